// What must I bring: the questions, the list, the slip, printing it and verifying it.
import { expect, expectGoodPage, shot, test } from "../lib/test.mjs";

/** Answers the question on the page and goes on; `answer` is an option's label or what is typed. */
async function answer(page, answer) {
	const option = page.getByRole("radio", { name: answer, exact: true });
	if (await option.count()) await option.check();
	else await page.getByRole("main").getByRole("textbox").first().fill(answer);
	// Each answer is in the address: until that has changed, the page is the old one or half of the new one.
	const before = page.url();
	await page.getByRole("button", { name: "下一步" }).click();
	await page.waitForURL((now) => now.href !== before);
}

const married = ["都没有", "24", "是", "否", "市场上的房子（房东、中介、公寓）", "9000", "否"];

test("a couple that rents finds out what to bring, takes the slip along and has it verified", async ({ page }) => {
	await page.goto("/notice");
	await expectGoodPage(page);
	await shot(page, "notice");
	await page.getByLabel("要办什么事").fill("租房");
	await page.getByRole("button", { name: "查找" }).click();
	await expect(page.getByRole("status")).toHaveText("找到 1 项");
	await page.getByRole("link", { name: /租房提取公积金/ }).click();
	await expect(page.getByRole("heading", { level: 1 })).toContainText("您的公积金账户和贷款");
	await expectGoodPage(page);
	await shot(page, "notice-question");
	for (const each of married) await answer(page, each);
	await answer(page, "否");
	await expectGoodPage(page);
	await shot(page, "notice-question-late");
	await answer(page, /^本人/);

	await expect(page.getByRole("heading", { level: 1 })).toContainText("带齐这");
	await expect(page.getByRole("list", { name: "要带的材料" })).toContainText("结婚证");
	await expect(page.getByRole("list", { name: "要带的材料" })).not.toContainText("房租发票");
	await expectGoodPage(page);
	await shot(page, "notice-outcome");

	await page.getByRole("button", { name: "开具告知单" }).click();
	await expect(page).toHaveURL(/\/notice\/slip\/XN-\d{4}-\d{6}-\w{8}$/);
	const number = page.url().split("/").pop();
	await expect(page.getByText(number)).toBeVisible();
	await expect(page.getByRole("link", { name: "带着这张单子去预约" })).toHaveAttribute(
		"href",
		`/visit/branch?service=rent_withdrawal&slip=${number}`,
	);
	await expectGoodPage(page);
	await shot(page, "notice-slip");
	await page.reload();
	await expect(page).toHaveURL(new RegExp(`${number}$`));

	await page.goto(`/notice/verify?number=${number}`);
	await expect(page.getByRole("status")).toContainText("这张告知单是真的");
	await expect(page.getByRole("main")).not.toContainText("结婚证");
	await expectGoodPage(page);
	await shot(page, "notice-verify");
});

test("nothing chosen or something unreadable is told beside the field, and the answers stay", async ({ page }) => {
	await page.goto("/notice/rent_withdrawal");
	await page.getByRole("button", { name: "下一步" }).click();
	await expect(page).toHaveTitle(/^有错误：/);
	await expect(page.getByRole("alert")).toContainText("请选择一项");
	await expectGoodPage(page);
	await answer(page, "都没有");
	await answer(page, "很久");
	await expect(page).toHaveTitle(/^有错误：/);
	await expect(page.getByRole("main").getByRole("textbox")).toHaveValue("很久");
	await expect(page.getByRole("main")).toContainText("都没有");
	await expectGoodPage(page);
	await shot(page, "notice-refused");
	await answer(page, "２４ 个月");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("您现在已婚吗？");
});

test("changing an early answer keeps what still counts and drops what does not", async ({ page }) => {
	await page.goto("/notice/rent_withdrawal");
	for (const each of married) await answer(page, each);
	await answer(page, "是");
	await answer(page, /^本人/);
	await expect(page).toHaveURL(/spouse_too=yes/);
	await page.getByRole("link", { name: /^改\s*您现在已婚吗/ }).click();
	await answer(page, "否");
	await expect(page.getByRole("heading", { level: 1 })).toContainText("带齐这");
	await expect(page).not.toHaveURL(/spouse_too/);
	await expect(page.getByRole("list", { name: "要带的材料" })).not.toContainText("结婚证");
	await page.goBack();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("您现在已婚吗？");
});

test("whoever cannot have it learns why and what to do instead", async ({ page }) => {
	await page.goto("/notice/rent_withdrawal?obstacle=none&months_contributed=24&married=no&own_home=yes");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("现在还不能办");
	await expect(page.getByRole("main")).toContainText("可以这样做");
	await expect(page.getByRole("button", { name: "开具告知单" })).toHaveCount(0);
	await expectGoodPage(page);
	await shot(page, "notice-not-eligible");
});

/** The day so many months before today. */
function monthsAgo(months) {
	const day = new Date();
	day.setUTCMonth(day.getUTCMonth() - months, 1);
	return day.toISOString().slice(0, 10);
}

// The ways with the most to read of each service.
const longest = {
	new_home_loan:
		"product=other_city&obstacle=none&months_contributed=480&home=second&contract=filed_paid&marital=married" +
		"&spouse_contributes=elsewhere&children=9&income=proof&guarantee=pledge",
	purchase_withdrawal:
		`obstacle=none&used_before=no&home_kind=auction&ruling_date=${monthsAgo(1)}&married=yes&place=elsewhere` +
		"&tie=none&spouse_tie=work&on_contract=no&spouse_on_contract=yes&payment=combined&invoice=yes" +
		"&spouse_too=yes&who_comes=agent",
	rent_withdrawal:
		"obstacle=none&months_contributed=480&married=yes&own_home=no&rental=market&amount=200000.00" +
		`&withdrawn_before=yes&last_rent_withdrawal=${monthsAgo(14)}&spouse_too=yes&who_comes=agent`,
};

for (const [service, answers] of Object.entries(longest)) {
	test(`the longest slip of ${service} prints on exactly one A4`, async ({ page }) => {
		await page.goto(`/notice/${service}?${answers}`);
		await page.getByRole("button", { name: "开具告知单" }).click();
		await expect(page).toHaveURL(/\/notice\/slip\//);
		await expectGoodPage(page);
		await shot(page, `notice-slip-${service}`);
		const pdf = await page.pdf({ preferCSSPageSize: true, path: `shots/notice-slip-${service}.pdf` });
		const text = pdf.toString("latin1");
		expect(text.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
		// A4 is 595 × 842 points.
		expect(text).toMatch(/\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/);
	});
}

test("public information shows the figures of 2016 with their source", async ({ page }) => {
	await page.goto("/");
	await page.getByRole("contentinfo").getByRole("link", { name: "信息公开" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("信息公开");
	await expect(page.getByRole("main")).toContainText("来源：咸宁市住房公积金管理中心 2016 年工作报告");
	await expect(page.getByRole("figure", { name: "主要业务金额" })).toContainText("10.58 亿元");
	await expect(page.getByRole("table", { name: "全部数字" })).toContainText("749 笔");
	await expectGoodPage(page);
	await shot(page, "open");
});
