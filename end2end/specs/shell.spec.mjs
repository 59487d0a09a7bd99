// Home, large type, signing in, and the pages for when something went wrong.
import { expect, expectGoodPage, expectNoSidewaysScroll, shot, signIn, test } from "../lib/test.mjs";
import { person } from "../lib/people.mjs";

test("home offers the four errands", async ({ page }) => {
	await page.goto("/");
	for (const [name, path] of [
		["查余额", "/account"],
		["算贷款", "/loan"],
		["约办理", "/visit"],
		["问材料", "/notice"],
	]) {
		await expect(page.getByRole("main").getByRole("link", { name })).toHaveAttribute("href", path);
	}
	await expect(page.getByRole("contentinfo").getByRole("link", { name: "12329" })).toHaveAttribute(
		"href",
		"tel:12329",
	);
	await expectGoodPage(page);
	await shot(page, "home");
});

test("home in the dark", async ({ page }) => {
	await page.emulateMedia({ colorScheme: "dark" });
	await page.goto("/");
	await expectGoodPage(page);
	await shot(page, "home-dark");
});

test("one tap gives large type on every page, one more takes it back", async ({ page }) => {
	await page.goto("/help");
	await page.getByRole("button", { name: "换成大字显示" }).click();
	await expect(page).toHaveURL(/\/help$/);
	await expect(page.locator("html")).toHaveClass(/large/);
	await page.goto("/");
	await expect(page.locator("html")).toHaveClass(/large/);
	await expectGoodPage(page);
	await shot(page, "home-large");
	await page.getByRole("button", { name: "换回标准字显示" }).click();
	await expect(page.locator("html")).not.toHaveClass(/large/);
});

test("the keyboard reaches the main part first", async ({ page }) => {
	await page.goto("/");
	await page.keyboard.press("Tab");
	await expect(page.getByRole("link", { name: "跳到正文" })).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/#main$/);
});

test("an empty sign-in form says what to correct", async ({ page }) => {
	await page.goto("/signin");
	await expectGoodPage(page);
	await shot(page, "signin");
	const answer = page.waitForResponse((response) => response.request().method() === "POST");
	await page.getByRole("main").getByRole("button", { name: "登录" }).click();
	expect((await answer).status()).toBe(422);
	await expect(page).toHaveTitle(/^有错误：/);
	await expect(page.getByRole("alert")).toBeFocused();
	await page.getByRole("alert").getByRole("link", { name: "请填写密码" }).click();
	await expect(page.getByLabel("密码", { exact: true })).toBeFocused();
	await expectGoodPage(page);
	await shot(page, "signin-refused");
});

test("a wrong password is not told apart from an unknown person, and the number stays", async ({ page }) => {
	const known = person();
	const messages = [];
	for (const id of [known.id_number, "99010119700101001X"]) {
		await page.goto("/signin");
		await page.getByLabel("身份证号").fill(id);
		await page.getByLabel("密码", { exact: true }).fill("not the password");
		await page.getByRole("main").getByRole("button", { name: "登录" }).click();
		await expect(page.getByLabel("身份证号")).toHaveValue(id);
		await expect(page.getByLabel("密码", { exact: true })).toHaveValue("");
		messages.push(await page.getByRole("alert").innerText());
	}
	expect(messages[0]).toBe(messages[1]);
});

test("signing in leads to where one was going", async ({ page }) => {
	await signIn(page, person("", 1));
	await expect(page.getByRole("banner").getByRole("link", { name: "我的" })).toBeVisible();
});

for (const path of ["/help", "/accessibility", "/privacy", "/licences"]) {
	test(`${path} reads well`, async ({ page }) => {
		expect((await page.goto(path)).status()).toBe(200);
		await expectGoodPage(page);
		await shot(page, path.slice(1));
	});
}

test("an unknown address says so and leads on", async ({ page }) => {
	expect((await page.goto("/no-such-page")).status()).toBe(404);
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有这个页面");
	await expectGoodPage(page);
	await shot(page, "not-found");
	await page.getByRole("link", { name: "回首页" }).click();
	await expect(page).toHaveURL(/\/$/);
});

test("a form without a good token changes nothing and says what to do", async ({ page, request }) => {
	const answer = await request.post("/display", {
		form: { form_token: "forged", large: "1", return_to: "/" },
		headers: { origin: "https://elsewhere.example" },
		maxRedirects: 0,
	});
	expect(answer.status()).toBe(403);
	expect(answer.headers()["set-cookie"] ?? "").not.toContain("anju-large");
	await page.setContent(await answer.text());
	await expectNoSidewaysScroll(page);
});
