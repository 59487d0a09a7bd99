// The loan somebody has: an example, one typed in, and one's own beside its ledger.
import { expect, expectGoodPage, shot, signIn, test } from "../lib/test.mjs";
import { person } from "../lib/people.mjs";

test("a loan by what was agreed, through every change of the rates", async ({ page }) => {
	await page.goto("/loan/existing");
	await expect(page.getByText("现在是一个例子的结果")).toBeVisible();
	await expectGoodPage(page);
	await shot(page, "existing");
	await page.getByLabel("放款日期").fill("2018-06-30");
	await page.getByLabel("贷款金额").fill("35万");
	await page.getByText("更多：还款日").click();
	await page.getByLabel("每月几号还款").fill("31");
	await page.getByRole("button", { name: "重新计算" }).click();
	await expect(page.getByText("利率调整到现在一共省下利息")).toBeVisible();
	await page.locator("#steps > summary").click();
	await expect(page.getByText("2023年1月31日起：3.25% → 3.10%")).toBeVisible();
	await page.locator("#schedule > summary").click();
	await page.locator("#schedule .year summary").nth(5).click();
	await expect(page.getByRole("rowheader", { name: "2-28" }).first()).toBeVisible();
	await expectGoodPage(page);
	await shot(page, "existing-open");
});

test("what cannot be is said beside its field", async ({ page }) => {
	const answer = await page.goto("/loan/existing?granted_on=2025-02-29&principal=30%E4%B8%87&months=240&settle_on=x");
	expect(answer.status()).toBe(422);
	await expect(page.getByRole("alert")).toContainText("放款日期");
	await expect(page.getByLabel("贷款金额")).toHaveValue("30万");
	await expect(page.getByLabel("哪一天结清")).toBeVisible();
	await expectGoodPage(page);
});

for (const [story, name] of [
	["等额本金，提前还过五万元", "prepaid"],
	["组合贷款，按月冲还贷", "offset"],
	["手头紧，贷款逾期三期", "overdue"],
	["第一笔公积金贷款已经还清", "settled"],
]) {
	test(`one's own loan agrees with its ledger: ${story}`, async ({ page }) => {
		await signIn(page, person(story));
		await page.goto("/loan/existing");
		await expect(page.getByText(/与账上核对：\d+ 期全部一致，一分不差/)).toBeVisible();
		if (name === "overdue") await expect(page.getByText("有 3 期到期了，账上还没有还款记录")).toBeVisible();
		await page.locator("#compare > summary").click();
		await expectGoodPage(page);
		await shot(page, `existing-${name}`);
	});
}
