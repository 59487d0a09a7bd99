// Repaying out of the account, late payments, contributions: the forms alone do everything, so script on and off must agree.
import { grouped, json, months } from "../lib/loan.mjs";
import { expect, expectGoodPage, shot, signIn, test } from "../lib/test.mjs";
import { person } from "../lib/people.mjs";

async function openAll(page) {
	for (const summary of await page.locator("main summary:visible").all()) await summary.click();
}

test("a late loan: what to pay, what it is taken for, how to get current", async ({ page, request }) => {
	await page.goto("/loan/overdue");
	await expect(page.getByText("现在是一个例子的结果")).toBeVisible();
	await page.getByLabel("最早没还的一期").fill("2026-09-20");
	await page.getByLabel("哪天补").fill("2026-11-25");
	await page.getByLabel("这次能还多少").fill("４０００");
	await page.getByLabel("还欠的本金").fill("60万");
	await page.getByLabel("剩下的期数").fill("240");
	await page.getByLabel("合同年利率").fill("2.60%");
	await page.getByRole("button", { name: "重新计算" }).click();
	await expect(page).toHaveURL(/amount=%EF/);
	const answer = await json(page, request);
	expect(answer.needed.total).toBe("9663.38");
	await expect(page.locator(".money-number")).toHaveText("9,663.38");
	await expect(page.getByText(`还差 ${grouped(answer.missing)} 元`)).toBeVisible();
	await expect(page.getByRole("rowheader")).toHaveCount(3);
	await expect(page.getByText("示例参数，以中心公布为准").first()).toBeVisible();
	await expect(page.getByLabel("还欠的本金")).toHaveValue("60万");
	await expectGoodPage(page);
	await shot(page, "overdue");
	await openAll(page);
	await expectGoodPage(page);
	await shot(page, "overdue-open");
});

test("contributions: the amount, the balance on a day, the employer's cost", async ({ page, request }) => {
	await page.goto("/loan/contribution");
	await page.getByLabel("上年月平均工资").fill("3万");
	await page.getByLabel("单位缴存比例").fill("12");
	await page.getByLabel("单位有几个人").fill("30人");
	await page.getByLabel("下一个 7 月 1 日").fill("9000");
	await page.getByRole("button", { name: "重新计算" }).click();
	const answer = await json(page, request);
	expect(answer.bound).toBe("cap");
	await expect(page.locator(".money-number")).toHaveText(grouped(answer.monthly));
	await expect(page.getByText(`账户里有 ${grouped(answer.balance)} 元`)).toBeVisible();
	await expect(page.getByText(`单位每月出 ${grouped(answer.employer_cost.monthly)} 元`)).toBeVisible();
	await expectGoodPage(page);
	await openAll(page);
	await expectGoodPage(page);
	await shot(page, "contribution");
});

test("an offset: month by month, against paying in cash", async ({ page, request }) => {
	await page.goto("/loan/offset");
	await page.getByLabel("配偶账户里的钱").fill("1万");
	await page.getByLabel("配偶每月存进账户").fill("900");
	await page.getByRole("button", { name: "重新计算" }).click();
	const answer = await json(page, request);
	expect(answer.runs_dry_on).toMatch(/^20/);
	const [year, month, day] = answer.runs_dry_on.split("-").map(Number);
	await expect(page.getByText(`从${year}年${month}月${day}日这一期起账户不够`)).toBeVisible();
	await expect(page.getByRole("cell", { name: grouped(answer.offset.cash), exact: true })).toBeVisible();
	const rows = await months(page);
	expect(rows.length).toBe(answer.instalments.length);
	expect(rows[0]).toContain(grouped(answer.instalments[0].cash));
	await expectGoodPage(page);
	await shot(page, "offset");
	await page.getByText("每年从哪里出钱").click();
	await page.locator(".year summary").first().click();
	await expectGoodPage(page);
	await shot(page, "offset-open");

	await page.getByText("每年还一次本金").click();
	await page.getByRole("button", { name: "重新计算" }).click();
	await expect(page.getByText(/贷款提前 .*还清/)).toBeVisible();
	await expectGoodPage(page);
	await shot(page, "offset-principal");
});

test("absurd values get a message at the field, and everything typed stays", async ({ page }) => {
	for (const [path, count, field, value] of [
		["/loan/overdue?principal=1e30&months=361&on=2026-02-29&amount=-1", 4, "principal", "1e30"],
		["/loan/contribution?wage=%E5%BE%88%E5%A4%9A&member_ratio=13&day=0&until=1999-01-01", 4, "wage", "很多"],
		["/loan/offset?months=0&balance=x&month=13&first_due=2020-01-01&day=32", 5, "balance", "x"],
	]) {
		const answer = await page.goto(path);
		expect(answer.status()).toBe(422);
		await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(count);
		await expect(page.locator(`#${field}`)).toHaveValue(value);
		await expectGoodPage(page);
	}
	await shot(page, "offset-refused");
});

test("a member's own account and loan are filled in", async ({ page }) => {
	await signIn(page, person("贷款逾期"), "/loan/overdue");
	await expect(page.getByText("已按您的贷款填好")).toBeVisible();
	await expect(page.getByText("补齐要还")).toBeVisible();
	await expectGoodPage(page);
	await shot(page, "overdue-member");
	await page.goto("/loan/offset");
	await expect(page.getByText("已按您的账户填好")).toBeVisible();
	await expect(page.getByLabel("每月存进账户").first()).toHaveValue(/^\d+\.\d\d$/);
	await expectGoodPage(page);
	await page.goto("/loan/contribution");
	await expect(page.getByText("已按您的账户填好")).toBeVisible();
	await expect(page.getByLabel("个人缴存比例")).toHaveValue(/^\d+$/);
	await expectGoodPage(page);
});

test("in the dark, in large type, on paper", async ({ page }) => {
	await page.emulateMedia({ colorScheme: "dark" });
	await page.goto("/loan/offset");
	await expectGoodPage(page);
	await page.getByRole("button", { name: "换成大字显示" }).click();
	await expectGoodPage(page);
	await shot(page, "offset-dark-large");
	await page.emulateMedia({ media: "print" });
	await page.setViewportSize({ width: 794, height: 1123 });
	await page.goto("/loan/overdue");
	await shot(page, "overdue-print");
});
