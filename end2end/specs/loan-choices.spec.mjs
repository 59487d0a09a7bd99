// What can be afforded, and ways to borrow side by side: by form without script, by slider with it, to the fen what the
// JSON interface says.
import { grouped, json, slide, withScript } from "../lib/loan.mjs";
import { expect, expectGoodPage, shot, signIn, test } from "../lib/test.mjs";
import { person } from "../lib/people.mjs";

async function expectAfford(page, request) {
	const answer = await json(page, request);
	await expect(page.locator("#answer .money-number")).toHaveText(grouped(answer.price));
	const rows = page.locator("#answer dl dd");
	await expect(rows.nth(0)).toContainText(grouped(answer.fund.principal));
	await expect(rows.nth(2)).toHaveText(`${grouped(answer.first_payment)} 元`);
	await expect(rows.nth(5)).toHaveText(`${grouped(answer.cash)} 元`);
	return answer;
}

test("what can be afforded: the price, the loans, the cash, and other rates", async ({ page, request }) => {
	await page.goto("/loan/afford");
	await expect(page.getByText("现在是一个例子的结果")).toBeVisible();
	await expectGoodPage(page);
	await shot(page, "afford");
	await page.getByLabel("现在能拿出的钱").first().fill("３０万");
	await page.getByLabel("每月最多还多少").first().fill("4000");
	await page.getByLabel("每平方米房价").first().fill("7000");
	await page.getByLabel("二手房", { exact: true }).check();
	await page.getByRole("button", { name: "重新计算" }).click();
	await expect(page).toHaveURL(/market=resale/);
	const answer = await expectAfford(page, request);
	expect(answer.costs.map(({ label }) => label)).toContain("中介费");
	for (const id of ["costs", "moves"]) await page.locator(`#${id} > summary`).click();
	await expect(page.locator("#moves tbody tr")).toHaveCount(5);
	await page.getByText("依据", { exact: true }).click();
	await expect(page.getByText("示例参数，以中心公布为准").first()).toBeVisible();
	await expectGoodPage(page);
	await shot(page, "afford-open");
	await page.getByRole("link", { name: "看这笔贷款的还款表" }).click();
	await expect(page.locator("#answer .money-number").first()).toHaveText(grouped(answer.first_payment));
});

test("a slider moves what can be afforded, and the address with it", async ({ page, request }) => {
	test.skip(!withScript(), "without script there are no sliders");
	await page.goto("/loan/afford");
	await expect(page.locator("input.slider").first()).toBeEnabled();
	await slide(page, "每月最多还多少", "2000");
	await expect(page).toHaveURL(/budget=2000/);
	const poor = await expectAfford(page, request);
	await slide(page, "现在能拿出的钱", "500000");
	await expect(page).toHaveURL(/savings=500000/);
	const rich = await expectAfford(page, request);
	expect(Number(rich.price)).toBeGreaterThan(Number(poor.price));
	const shown = await page.locator("#answer").innerHTML();
	await page.reload();
	expect(await page.locator("#answer").innerHTML()).toBe(shown);
	await expectGoodPage(page);
});

test("what only the centre's rules can answer is marked as old until the form is sent", async ({ page, request }) => {
	test.skip(!withScript(), "without script nothing follows before the form is sent");
	await page.goto("/loan/afford");
	await expect(page.locator("input.slider").first()).toBeEnabled();
	await expect(page.locator("#stale")).toBeHidden();
	await page.getByLabel("二套住房").check();
	await expect(page.locator("#stale")).toBeVisible();
	await expectGoodPage(page);
	await shot(page, "afford-stale");
	await page.getByRole("button", { name: "重新计算" }).click();
	await expect(page).toHaveURL(/home=second/);
	await expect(page.locator("#stale")).toBeHidden();
	await expectAfford(page, request);

	await page.goto("/loan");
	await expect(page.locator("input.slider").first()).toBeEnabled();
	await page.locator("#price").fill("30万");
	await expect(page.locator("#stale")).toBeVisible();
});

test("what is wrong stands at its field, and nothing typed is lost", async ({ page }) => {
	await page.goto("/loan/afford?savings=%E4%B8%80%E4%BA%9B&budget=-1&per_square_metre=0&years=31&points=%E4%B9%9D");
	for (const name of ["savings", "budget", "per_square_metre", "years", "points"])
		await expect(page.locator(`#${name}-error`)).toBeVisible();
	await expect(page.locator("#savings")).toHaveValue("一些");
	await expectGoodPage(page);
	await shot(page, "afford-refused");
});

test("a member's own figures are filled in where they are known", async ({ page }) => {
	await signIn(page, person("账户正常，正在还贷款"), "/account");
	await page.goto("/loan/afford");
	await expect(page.getByText("已按您的账户填好")).toBeVisible();
	await expect(page.locator("#balances")).not.toHaveValue("2万");
});

test("plans side by side: the cheaper and the lighter are marked", async ({ page, request }) => {
	await page.goto("/loan/compare");
	await expectGoodPage(page);
	await shot(page, "compare");
	await page.getByLabel("一共要贷多少").first().fill("80万");
	await page.getByLabel("组合贷款里，公积金贷多少").fill("40万");
	await page.getByLabel("放款日").fill("2026-12-01");
	await page.locator("#kind_1").selectOption("fund");
	await page.locator("#years_1").fill("30");
	await page.locator("#kind_2").selectOption("combined");
	await page.locator("#years_2").fill("20");
	await page.locator("#method_2").selectOption("level_principal");
	await page.getByText("再加两个方案").click();
	await page.locator("#kind_3").selectOption("commercial");
	await page.locator("#years_3").fill("30");
	await page.locator("#points_3").fill("-30");
	await page.getByRole("button", { name: "重新计算" }).click();
	const { plans } = await json(page, request);
	expect(plans.map(({ kind }) => kind)).toEqual(["fund", "combined", "commercial"]);
	const answer = page.locator("#answer");
	for (const plan of plans) {
		await expect(answer).toContainText(grouped(plan.total_interest));
		await expect(answer).toContainText(grouped(plan.first_payment));
	}
	await expect(answer.getByText("利息最少").first()).toBeVisible();
	await expect(answer.getByText("月供最低").first()).toBeVisible();
	await expectGoodPage(page);
	await shot(page, "compare-three");
});

test("the amount's slider moves every plan", async ({ page, request }) => {
	test.skip(!withScript(), "without script there are no sliders");
	await page.goto("/loan/compare");
	await expect(page.locator("input.slider").first()).toBeEnabled();
	await slide(page, "一共要贷多少", "500000");
	await expect(page).toHaveURL(/amount=500000/);
	const { plans } = await json(page, request);
	for (const plan of plans) await expect(page.locator("#answer")).toContainText(grouped(plan.total_interest));
});
