// The estimate: by form without script, by slider with it, to the fen what the JSON interface says.
import { grouped, months, slide, withScript } from "../lib/loan.mjs";
import { expect, expectGoodPage, shot, signIn, test } from "../lib/test.mjs";
import { person } from "../lib/people.mjs";

/** The page shows exactly what the JSON interface computes for this loan. */
async function expectServersFigures(page, request, loan) {
	const query = new URLSearchParams(loan);
	const answer = await (await request.get(`/api/v1/loan/repayment?${query}`)).json();
	await expect(page.locator("#answer .payment b")).toHaveText(`${grouped(answer.first_payment)} 元`);
	await expect(page.locator("#answer-beneath .legend li").nth(1)).toHaveText(`利息 ${grouped(answer.total_interest)} 元`);
	await expect(page.locator("#answer .soft")).toContainText(grouped(answer.total_interest));
	const expected = answer.instalments.map(({ number, payment, interest, balance }) =>
		[number, ...[payment, interest, balance].map(grouped)].join(" "),
	);
	expect(await months(page)).toEqual(expected);
}

test("the bare page already has an answer, and says that it is an example", async ({ page, request }) => {
	await page.goto("/loan");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("能贷多少，每月还多少");
	await expect(page.locator("#answer .money-number")).toHaveText("400,000.00");
	await expect(page.getByText("现在是一个例子的结果")).toBeVisible();
	await expectServersFigures(page, request, {
		principal: 400000,
		months: 240,
		annual_rate: "2.60",
		method: "level_payment",
	});
	await expectGoodPage(page);
	for (const summary of await page.locator("main summary:visible").all()) await summary.click();
	await expectGoodPage(page);
	await shot(page, "loan-open");
	await page.goto("/loan");
	await shot(page, "loan");
});

test("the estimate in the dark and in large type", async ({ page }) => {
	await page.emulateMedia({ colorScheme: "dark" });
	await page.goto("/loan?price=80%E4%B8%87&contributors=two&method=level_principal");
	await expect(page.locator("#answer .payment")).toContainText("第一个月还");
	await expectGoodPage(page);
	await shot(page, "loan-dark");
	await page.getByRole("button", { name: "换成大字显示" }).click();
	await page.getByText("每年还款表").click();
	await page.locator(".year summary").first().click();
	await expectGoodPage(page);
	await shot(page, "loan-large");
});

test("the form is sent as an address that gives the same again", async ({ page }) => {
	await page.goto("/loan");
	await page.getByLabel("房价").fill("８０万");
	await page.locator("#balances").fill("3.5 万元");
	await page.getByLabel("想贷多少").fill("30万");
	await page.getByLabel("贷多少年").fill("15");
	await page.getByText("夫妻双方缴存").click();
	await page.getByRole("button", { name: "重新计算" }).click();
	await expect(page).toHaveURL(/price=.*&.*contributors=two/);
	await expect(page.locator("#answer .money-number")).toHaveText("640,000.00");
	await expect(page.locator("#answer .payment")).toContainText("贷 300,000.00 元、15 年");
	await expect(page.getByLabel("房价")).toHaveValue("８０万");
	await page.goto(page.url());
	await expect(page.locator("#answer .payment")).toContainText("贷 300,000.00 元、15 年");
});

test("a condition that is not met comes first, with the day it will be", async ({ page }) => {
	await page.goto("/loan?months_contributed=2");
	await expect(page.getByText("现在还不能贷")).toBeVisible();
	await expect(page.locator(".banner")).toContainText(/\d{4}年\d{1,2}月起可以申请/);
	await expectGoodPage(page);
	await shot(page, "loan-unmet");
});

test("wrong values are all named, and everything typed stays", async ({ page }) => {
	const answer = await page.goto("/loan?price=0&years=31&income=%E5%BE%88%E5%A4%9A&area=big&amount=1e30");
	expect(answer.status()).toBe(422);
	await expect(page).toHaveTitle(/^有错误：/);
	await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(5);
	await expect(page.getByLabel("家庭月收入")).toHaveValue("很多");
	await expect(page.getByLabel("房子面积")).toBeVisible();
	await expectGoodPage(page);
	await shot(page, "loan-refused");
});

test("a member's own figures are filled in", async ({ page }) => {
	await signIn(page, person(), "/loan");
	await expect(page.getByText("已按您的账户填好")).toBeVisible();
	await expect(page.locator("#balances")).toHaveValue(/^\d+\.\d\d$/);
	await expectGoodPage(page);
	await shot(page, "loan-member");
});

test("a slider moves every figure, and the address with it", async ({ page, request }) => {
	test.skip(!withScript(), "without script the two fields are sent with the form");
	await page.addInitScript(() => {
		window.shift = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) window.shift += entry.value;
		}).observe({ type: "layout-shift", buffered: true });
	});
	await page.goto("/loan?income=5000&balances=3%E4%B8%87");
	const sent = [];
	await expect(page.getByRole("slider", { name: "拖动改贷款年限" })).toBeEnabled();
	// A new address makes the browser look at the icon again; nothing else may be asked for.
	page.on("request", (request) => request.url().endsWith("/icon.svg") || sent.push(request.url()));
	expect(await page.evaluate(() => window.shift), "layout shift").toBe(0);

	// Over four years the income decides, at the lower rate; the slider of the amount follows.
	await slide(page, "拖动改贷款年限", "4");
	await expect(page.locator("#answer .tag").first()).toHaveText("卡在：还款能力");
	await expect(page.getByLabel("贷多少年")).toHaveValue("4");
	const query = new URL(page.url()).searchParams;
	const quota = await (await request.get(`/api/v1/loan/quota?${query}`)).json();
	expect(quota.binding).toBe("capacity");
	await expect(page.locator("#answer .money-number")).toHaveText(grouped(quota.quota));
	const short = { months: 48, annual_rate: quota.annual_rate, method: "level_payment" };
	await expectServersFigures(page, request, { principal: quota.quota, ...short });

	// Back to thirty years: the amount still means "as much as I can get", to the end of its slider.
	await slide(page, "拖动改贷款年限", "30");
	const slider = page.getByRole("slider", { name: "拖动改贷款金额" });
	expect(await slider.evaluate(({ value, max }) => value === max && max !== "")).toBe(true);
	await slide(page, "拖动改贷款金额", "123000");
	await expect(page.getByLabel("想贷多少")).toHaveValue("123000");
	await expectServersFigures(page, request, {
		principal: 123000,
		months: 360,
		annual_rate: "2.60",
		method: "level_payment",
	});
	expect(sent, "requests while sliding").toEqual([]);
	await expect(page).toHaveURL(/[?]amount=123000&years=30&/);

	const text = () => page.locator("section.card").innerText();
	const before = await text();
	await page.reload();
	expect(await text()).toBe(before);
	await expectGoodPage(page);
});

test("a year that was opened follows the slider, and one opened later has its months", async ({ page }) => {
	test.skip(!withScript(), "without script the table does not move");
	await page.goto("/loan?years=30");
	await expect(page.getByRole("slider", { name: "拖动改贷款年限" })).toBeEnabled();
	await page.getByText("每年还款表").click();
	const year = (number) => page.locator("details.year").nth(number - 1);
	await year(2).locator("summary").click();
	const balance = year(2).locator("tbody tr").first().locator("td").last();
	const before = await balance.textContent();
	await slide(page, "拖动改贷款年限", "10");
	await expect(year(2).locator("tbody tr")).toHaveCount(12);
	expect(await balance.textContent()).not.toBe(before);
	await expect(page.locator("details.year[open]")).toHaveCount(1);
	await year(10).locator("summary").press("Enter");
	await expect(year(10).locator("tbody tr").last()).toContainText("120");
	await expect(year(10).locator("tbody tr").last().locator("td").last()).toHaveText("0.00");
	await expectGoodPage(page);
	await shot(page, "loan-year-followed");
});

test("a wrong amount or term marks the figures as old until it is mended", async ({ page }) => {
	test.skip(!withScript(), "without script the form is sent");
	await page.goto("/loan");
	await expect(page.getByRole("slider", { name: "拖动改贷款年限" })).toBeEnabled();
	const note = page.locator("#stale");
	for (const [label, wrong, right] of [["贷多少年", "31", "10"], ["贷多少年", "", "15"], ["想贷多少", "abc", "20万"], ["想贷多少", "0", ""]]) {
		await page.getByLabel(label).first().fill(wrong);
		await expect(note).toBeVisible();
		await page.getByLabel(label).first().fill(right);
		await expect(note).toBeHidden();
	}
	await page.getByLabel("房价").fill("70万");
	await expect(note).toBeVisible();
	await slide(page, "拖动改贷款年限", "12");
	await expect(note).toBeVisible();
});

test("without script nothing rests on the page that only script could move", async ({ page }) => {
	test.skip(withScript(), "with script the sliders are alive");
	await page.goto("/loan");
	await expect(page.locator(".slider").first()).toBeHidden();
	await expect(page.getByLabel("贷多少年")).toBeVisible();
});

test("a schedule on its own page", async ({ page }) => {
	await page.goto("/loan/repayment?principal=100%E4%B8%87&months=360&annual_rate=3.25&method=level_payment");
	await expect(page.getByText("4,352.06").first()).toBeVisible();
	await expect(page.getByText("566,743.81 元").first()).toBeVisible();
	await expectGoodPage(page);
	await shot(page, "repayment");
	const answer = await page.goto("/loan/repayment?months=361");
	expect(answer.status()).toBe(422);
	await expectGoodPage(page);
});

test("the rates through the years", async ({ page }) => {
	await page.goto("/loan/rates");
	await expect(page.getByRole("cell", { name: "2.60%" }).first()).toBeVisible();
	await expectGoodPage(page);
	await shot(page, "rates");
});
