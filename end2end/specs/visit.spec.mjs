// A visit from choosing the service to giving the place back; and what a person sees who comes too late.
import { expect, expectGoodPage, expectPrintButton, shot, test } from "../lib/test.mjs";
import { people } from "../lib/people.mjs";

/** Somebody of the middle of the list, another one in each project: both run at the same time on the same centre. */
function visitor(number) {
	const { javaScriptEnabled } = test.info().project.use;
	return people()[(javaScriptEnabled ? 300 : 200) + number];
}

async function signInHere(page, { id_number, password }) {
	await page.getByLabel("身份证号").fill(id_number);
	await page.getByLabel("密码", { exact: true }).fill(password);
	await page.getByRole("main").getByRole("button", { name: "登录" }).click();
}

/** Follows the links to the first free time of a branch, and looks at each page on the way when asked to. */
async function choose(page, service, branch, look = async () => {}) {
	await page.goto("/visit");
	await look("visit-service");
	await page.locator(`main a[href*="service="]`, { hasText: service }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("去哪个网点");
	await look("visit-branch");
	await page.getByRole("link", { name: branch }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("选哪一天");
	await look("visit-day");
	await page.locator("a.day").first().click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("选几点");
	await look("visit-time");
	await page.locator("a.time[href]").first().click();
}

/** Books the first free time, signing in on the way; ends on the appointment. */
async function book(page, service, branch, person) {
	await choose(page, service, branch);
	await page.waitForURL(/\/(signin|visit\/confirm)\?/);
	if (/\/signin/.test(page.url())) await signInHere(page, person);
	await page.getByRole("button", { name: "确认预约" }).click();
	await expect(page).toHaveURL(/\/visit\/[0-9A-Z]{8}$/);
	return page.url().slice(-8);
}

test("a visit is booked, saved to the calendar, and given back", async ({ page }) => {
	const look = async (name) => {
		await expectGoodPage(page);
		await shot(page, name);
	};
	await choose(page, "购房提取", "市直管理部", look);
	await expect(page).toHaveURL(/\/signin\?return_to=/);
	await signInHere(page, visitor(0));
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("看一看对不对");
	await look("visit-confirm");
	await page.getByRole("button", { name: "确认预约" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("已约好");
	await expect(page.getByRole("img", { name: "预约二维码" })).toBeVisible();
	await look("visit-appointment");
	await expectPrintButton(page, "打印这一页");
	const address = page.url();

	const file = await page.request.get(`${address}/calendar.ics`);
	expect(file.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
	expect(await file.text()).toMatch(/DTSTART:\d{8}T\d{6}Z/);

	await page.goto("/");
	await expect(page.locator(".next-appointment")).toHaveAttribute("href", new URL(address).pathname);
	await page.goto("/visit/mine");
	await look("visit-mine");
	await page.getByRole("link", { name: "待办理" }).click();
	await page.getByRole("link", { name: "取消预约" }).click();
	await look("visit-cancel");
	await page.getByRole("button", { name: "确认取消" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("预约已取消");
	await look("visit-cancelled");
	await page.goBack();
	await page.reload();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("预约已取消");
});

test("an appointment is found again without signing in, by the code and the last four only", async ({ page }) => {
	const owner = visitor(1);
	const code = await book(page, "偿还住房贷款提取", "赤壁办事处", owner);
	await page.context().clearCookies();
	await page.goto(`/visit/${code}`);
	await expect(page.getByLabel("预约码")).toHaveValue(code);
	await expectGoodPage(page);
	await page.getByLabel("身份证号后四位").fill(owner.id_number.endsWith("0000") ? "1111" : "0000");
	await page.getByRole("button", { name: "找预约" }).click();
	await expect(page.getByRole("alert")).toContainText("预约码或后四位不对");
	await expectGoodPage(page);
	await shot(page, "visit-find-refused");
	await page.getByLabel("身份证号后四位").fill(owner.id_number.slice(-4));
	await page.getByRole("button", { name: "找预约" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("已约好");
	expect(page.url()).not.toContain(owner.id_number.slice(-4));
	expect(await page.content()).not.toContain(owner.name);
});

test("a second appointment for the same service leads to the first", async ({ page }) => {
	const owner = visitor(2);
	const code = await book(page, "购房提取", "嘉鱼办事处", owner);
	await choose(page, "购房提取", "通山办事处");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("您已经约过这项业务");
	await expectGoodPage(page);
	await shot(page, "visit-already");
	await page.getByRole("link", { name: "看这个预约" }).click();
	await expect(page).toHaveURL(new RegExp(`/visit/${code}$`));
});

test("a time that has gone by says so and offers others", async ({ page }) => {
	const owner = visitor(3);
	await page.goto("/visit/confirm?service=purchase_withdrawal&slot=shizhi-20260105-0830");
	await signInHere(page, owner);
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("这个时间不能约了");
	await expectGoodPage(page);
	await shot(page, "visit-refused");
	await page.getByRole("main").getByRole("link", { name: "余" }).first().click();
	await expect(page.getByRole("button", { name: "确认预约" })).toBeVisible();
});

test("the calendar in large type, and in the dark", async ({ page }) => {
	await page.emulateMedia({ colorScheme: "dark" });
	await page.goto("/visit/day?service=purchase_withdrawal&branch=shizhi");
	await expectGoodPage(page);
	await shot(page, "visit-day-dark");
	await page.emulateMedia({ colorScheme: "light" });
	await page.getByRole("button", { name: "换成大字显示" }).click();
	await expectGoodPage(page);
	await shot(page, "visit-day-large");
});

test("a time that others took meanwhile turns grey by itself", async ({ page }) => {
	test.skip(!test.info().project.use.javaScriptEnabled, "without script the server refuses it when it is booked");
	await page.goto("/visit/day?service=purchase_withdrawal&branch=xianan");
	await page.locator("a.day").first().click();
	const first = page.locator(".time").first();
	await expect(first).toHaveAttribute("href", /slot=/);
	const time = (await first.innerText()).split(/\s/)[0];
	await page.route("**/api/v1/visit/slots?*", async (route) => {
		const answer = await (await route.fetch()).json();
		answer.slots[0].free = 0;
		await route.fulfill({ json: answer });
	});
	// The island may still be on its way: come back to the page until it listens.
	await expect(async () => {
		await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
		await expect(first).toHaveText(new RegExp(`${time}\\s*已满`), { timeout: 500 });
	}).toPass();
	await expect(first).not.toHaveAttribute("href");
	await expectGoodPage(page);
	await shot(page, "visit-time-live");
});
