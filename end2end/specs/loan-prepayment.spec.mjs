// Repaying ahead: by form without script, by slider with it, to the fen what the JSON interface says.
import { grouped, months, slide, withScript } from "../lib/loan.mjs";
import { expect, expectGoodPage, shot, test } from "../lib/test.mjs";

const LOAN = { principal: 600000, months: 240, annual_rate: "3.25", method: "level_payment" };

/** Name and value of each fact of the answer. */
const facts = async (page) =>
	Object.fromEntries(
		await page
			.locator("#answer dl div")
			.evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent))),
	);

/** The page shows exactly what the JSON interface computes for this loan and event. */
async function expectServersFigures(page, request, asked) {
	const answer = await (await request.get(`/api/v1/loan/prepayment?${new URLSearchParams(asked)}`)).json();
	await expect(page.locator("#answer .money-number")).toHaveText(grouped(answer.interest_saved));
	const found = await facts(page);
	expect(found["还剩"]).toBe(`${answer.months_left} 期`);
	expect(found["最后一期还"]).toBe(`${grouped(answer.last_payment)} 元`);
	expect(found["下一期还"]).toContain(grouped(answer.next_payment));
	const expected = answer.instalments.map(({ number, payment, interest, balance }) =>
		[number, ...[payment, interest, balance].map(grouped)].join(" "),
	);
	expect(await months(page, "#schedule")).toEqual(expected);
}

test("the bare page has an answer, and every part of it can be opened", async ({ page }) => {
	await page.goto("/loan/prepayment");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("提前还款能省多少");
	await expect(page.getByText("省下利息").first()).toBeVisible();
	await expectGoodPage(page);
	for (const id of ["timing", "schedule"]) await page.locator(`#${id} > summary`).click();
	await page.locator("#schedule .year summary").nth(3).click();
	await expectGoodPage(page);
	await shot(page, "prepayment-open");
	await page.goto("/loan/prepayment");
	await shot(page, "prepayment");
});

test("by form: payment kept, term kept, settled, and a second time", async ({ page, request }) => {
	const asked = { ...LOAN, after: 36, amount: 100000, keep: "payment" };
	await page.goto(`/loan/prepayment?${new URLSearchParams(asked)}`);
	await expectServersFigures(page, request, asked);
	await expect(page.getByText("提前 3 年 11 个月还清")).toBeVisible();

	await page.getByLabel("期限不变，每月少还").first().check();
	await page.getByRole("button", { name: "重新计算" }).click();
	await expectServersFigures(page, request, { ...asked, keep: "term" });

	await page.getByText("再加第 2 次提前还款").click();
	await page.getByLabel("第 2 次：还完第几期之后").fill("60");
	await page.getByLabel("第 2 次：提前还多少").fill("5万");
	await page.getByRole("button", { name: "重新计算" }).click();
	await expect(page.getByText("第 60 期后提前还")).toBeVisible();
	await expect(page.getByLabel("第 2 次：提前还多少")).toBeVisible();
	await expectGoodPage(page);
	await shot(page, "prepayment-twice");

	await page.goto(`/loan/prepayment?${new URLSearchParams({ ...asked, keep: "settle", amount: "" })}`);
	await expect(page.getByText("第 36 期之后全部还清")).toBeVisible();
	await expectGoodPage(page);
});

test("what cannot be is said beside its field", async ({ page }) => {
	const answer = await page.goto(
		`/loan/prepayment?${new URLSearchParams({ ...LOAN, after: 240, amount: "90万", keep: "payment" })}`,
	);
	expect(answer.status()).toBe(422);
	await expect(page.getByRole("alert")).toContainText("请填 1 到 239 的整数");
	await expect(page.getByRole("textbox", { name: "提前还多少", exact: true })).toHaveValue("90万");
	await expectGoodPage(page);
	await shot(page, "prepayment-refused");
});

test("with script the answer follows the sliders, and the address", async ({ page, request }) => {
	test.skip(!withScript(), "without script there is no slider");
	await page.goto(`/loan/prepayment?${new URLSearchParams({ ...LOAN, after: 36, amount: 100000, keep: "payment" })}`);
	await expect(page.getByRole("slider", { name: "还完第几期之后" })).toBeEnabled();
	const sent = [];
	// The browser itself looks for the icon again when the address changes.
	page.on("request", (request) => request.url().endsWith("/icon.svg") || sent.push(request.url()));
	await slide(page, "还完第几期之后", "60");
	await slide(page, "提前还多少", "250000");
	await page.getByLabel("期限不变，每月少还").first().check();
	expect(sent, "requests while sliding").toEqual([]);
	await expectServersFigures(page, request, { ...LOAN, after: 60, amount: 250000, keep: "term" });
	await expect(page).toHaveURL(/after=60&amount=250000&keep=term$/);
	const text = () => page.locator("section.card").innerText();
	const before = await text();
	await page.reload();
	expect(await text()).toBe(before);
});

test("what comes again every month the server answers, and the browser says so", async ({ page, request }) => {
	const asked = { ...LOAN, after: 36, amount: 2000, keep: "payment", every: "month" };
	await page.goto(`/loan/prepayment?${new URLSearchParams({ ...asked, every: "once" })}`);
	if (withScript()) await expect(page.getByRole("slider", { name: "提前还多少" })).toBeEnabled();
	await page.getByLabel("每月都这样还").check();
	if (withScript()) await expect(page.locator("#stale")).toBeVisible();
	await page.getByRole("button", { name: "重新计算" }).click();
	await expect(page).toHaveURL(/every=month/);
	const answer = await (await request.get(`/api/v1/loan/prepayment?${new URLSearchParams(asked)}`)).json();
	await expect(page.getByText(`一共提前还 ${answer.prepayments.length} 次`)).toBeVisible();
	await expect(page.locator("#answer .money-number")).toHaveText(grouped(answer.interest_saved));
	await expectGoodPage(page);
	await shot(page, "prepayment-monthly");
});
