// Signing in wrongly and rightly, the balance, the ledger by page, year and kind, the loan, the devices, signing out.
import { expect, expectGoodPage, shot, signIn, test } from "../lib/test.mjs";
import { person } from "../lib/people.mjs";

const money = /^[+-]?\d{1,3}(,\d{3})*\.\d{2}$/;
const heading = (page) => page.getByRole("heading", { level: 1 });

async function look(page, name) {
	await expectGoodPage(page);
	await shot(page, name);
}

/** Amounts as they stand in the column, in fen. */
async function fen(locator) {
	const texts = await locator.allInnerTexts();
	return texts.map((text) => {
		const figure = text.replace(/[^\d.,+-]/g, "");
		expect(figure).toMatch(money);
		return Number(figure.replace(/[,.+]/g, ""));
	});
}

test("the wrong password is told beside its field, the right one opens the account, signing out closes it", async ({ page }) => {
	const member = person("小学教师");
	await page.goto("/");
	await page.getByRole("main").getByRole("link", { name: "查余额" }).click();
	await expect(page).toHaveURL(/\/signin\?return_to=%2Faccount$/);
	await look(page, "account-signin");

	await page.getByRole("main").getByRole("button", { name: "登录" }).click();
	await expect(page.getByRole("alert")).toContainText("请填写身份证号");
	await expect(page.getByRole("alert")).toContainText("请填写密码");
	await page.getByLabel("身份证号").fill(member.id_number);
	await page.getByLabel("密码", { exact: true }).fill("not-the-password");
	await page.getByRole("main").getByRole("button", { name: "登录" }).click();
	await expect(page.getByRole("alert")).toContainText("证件号码或密码不对");
	await expect(page.getByLabel("身份证号")).toHaveValue(member.id_number);
	await expect(page.getByLabel("密码", { exact: true })).toHaveValue("");
	await look(page, "account-signin-refused");

	await page.getByLabel("密码", { exact: true }).fill(member.password);
	await page.getByRole("main").getByRole("button", { name: "登录" }).click();
	await expect(page).toHaveURL(/\/account$/);
	await expect(heading(page)).toHaveText("我的公积金账户");
	await look(page, "account");
	expect(await page.content()).not.toContain(member.id_number);
	expect(await page.content()).not.toContain(member.name);

	await page.getByRole("link", { name: "我的信息" }).click();
	await expect(page.getByText("就是这台")).toBeVisible();
	await look(page, "account-me");

	await page.goto("/account");
	await page.getByRole("main").getByRole("button", { name: "退出登录" }).click();
	await page.goto("/account");
	await expect(page).toHaveURL(/\/signin/);
	await page.goBack();
	expect(await page.content(), "what the browser kept").not.toContain("账户余额");
});

test("the ledger adds up over its pages, and is asked for by year and kind", async ({ page }) => {
	await signIn(page, person("小学教师"));
	const [balance] = await fen(page.locator(".money-number"));
	await page.getByRole("link", { name: "账户明细" }).click();
	await look(page, "account-ledger");
	const amounts = [], balances = [];
	for (;;) {
		amounts.push(...(await fen(page.locator(".ledger-amount"))));
		balances.push(...(await fen(page.locator(".ledger li .soft.num"))));
		const older = page.locator("a[rel=next]");
		if (!(await older.count())) break;
		const before = page.url();
		await older.click();
		await page.waitForURL((now) => now.href !== before);
	}
	expect(balances[0]).toBe(balance);
	expect(amounts.length).toBeGreaterThan(40);
	// Each balance is the one before it and the amount between them.
	for (let line = 0; line + 1 < amounts.length; line++) {
		expect(balances[line]).toBe(balances[line + 1] + amounts[line]);
	}

	await page.goto("/account/ledger");
	const year = await page.getByLabel("年份").locator("option").nth(2).innerText();
	await page.getByLabel("年份").selectOption({ label: year });
	await page.getByLabel("种类").selectOption({ label: "汇缴" });
	await page.getByRole("button", { name: "筛选" }).click();
	await expect(page).toHaveURL(/year=\d{4}&kind=remittance/);
	await expect(page.getByLabel("年份").locator("option:checked")).toHaveText(year);
	const kinds = await page.locator(".ledger-kind").allInnerTexts();
	expect(kinds.length).toBeGreaterThan(0);
	expect(new Set(kinds.map((kind) => kind.trim()))).toEqual(new Set(["汇缴"]));
	for (const day of await page.locator(".ledger li .soft:not(.num)").allInnerTexts()) expect(day).toContain(year);
	await look(page, "account-ledger-filtered");
});

test("a filter that finds nothing says so and leads back", async ({ page }) => {
	await signIn(page, person("不满六个月"));
	await page.goto("/account/ledger?kind=partial_withdrawal");
	await expect(page.getByText("没有符合条件的明细")).toBeVisible();
	await look(page, "account-ledger-none");
	await page.getByRole("link", { name: "看全部明细" }).click();
	await expect(page.locator(".ledger li").first()).toBeVisible();
});

test("the loan says what is owed and what comes next, and who has none learns where to ask", async ({ page }) => {
	await signIn(page, person("账户正常，正在还贷款"));
	await page.getByRole("link", { name: "我的贷款" }).click();
	await expect(heading(page)).toHaveText("我的贷款");
	await expect(page.getByText(/下次还款：.*元/)).toBeVisible();
	await expect(page.getByText(/已还 \d+ 期，共 \d+ 期/).first()).toBeVisible();
	await look(page, "account-loan");
	await page.context().clearCookies();
	await signIn(page, person("小学教师"));
	await page.goto("/account/loan");
	await expect(page.getByText("您没有公积金贷款")).toBeVisible();
	await look(page, "account-loan-none");
});

for (const [story, words] of [
	["八个月没有缴存", "单位有月份没缴"],
	["账户封存，想提取", "账户已封存"],
	["法院冻结", "账户被冻结"],
	["账户注销", "账户已销户"],
	["逾期三期", "逾期没还"],
]) {
	test(`trouble is said first, with what to do: ${story}`, async ({ page }) => {
		const returnTo = words === "逾期没还" ? "/account/loan" : "/account";
		await signIn(page, person(story), returnTo);
		await expect(page.getByRole("main")).toContainText(words);
		await look(page, `account-trouble-${words}`);
	});
}
