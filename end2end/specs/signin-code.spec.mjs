// Signing in with a code on the phone: first time, wrong code, a new password; in Chinese and in English.
import { expect, expectGoodPage, shot, signIn, test } from "../lib/test.mjs";
import { people } from "../lib/people.mjs";

async function look(page, name) {
	await expectGoodPage(page);
	await shot(page, name);
}

/** The last code that arrived for a phone that ends so; the server sends within a moment. */
async function received(page, end) {
	const phone = await page.context().newPage();
	let code;
	await expect(async () => {
		await phone.goto("/demo/messages");
		const message = phone.getByRole("listitem").filter({ has: phone.locator(`b:text-matches("${end}$")`) }).first();
		code = /\b(\d{6})\b|验证码 (\d{6})/.exec(await message.innerText({ timeout: 500 }));
		expect(code).not.toBeNull();
	}).toPass({ timeout: 10_000 });
	await expectGoodPage(phone);
	await phone.close();
	return code[1] ?? code[2];
}

test("who has forgotten the password comes in by phone, sets another, and it holds", async ({ page }, { project }) => {
	// One for each project, whose codes are counted apart.
	const member = people()[project.name === "script on" ? 40 : 41];
	// A device they have signed in on before is told how the phone ends.
	await signIn(page, member);
	await page.getByRole("main").getByRole("button", { name: "退出登录" }).click();
	await page.goto("/signin?return_to=%2Faccount");
	await page.getByRole("main").getByRole("link", { name: "用短信验证码登录" }).first().click();
	await page.getByRole("main").getByRole("button", { name: "发送验证码" }).click();
	await expect(page.getByRole("alert")).toContainText("请填写身份证号");
	await look(page, "signin-code-refused");
	await page.getByLabel("身份证号").fill(member.id_number);
	await page.getByRole("main").getByRole("button", { name: "发送验证码" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("输入验证码");
	await look(page, "signin-code-enter");
	const end = /尾号 (\d\d)/.exec(await page.getByRole("main").innerText())[1];
	const code = await received(page, end);

	const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
	await page.getByLabel("6 位验证码").fill(wrong);
	await page.getByRole("main").getByRole("button", { name: "确定" }).click();
	await expect(page.getByRole("alert")).toContainText("还可以试 4 次");
	await look(page, "signin-code-wrong");
	await page.getByLabel("6 位验证码").fill(code);
	await page.getByRole("main").getByRole("button", { name: "确定" }).click();
	await expect(page).toHaveURL(/\/account$/);

	await page.goto("/account/me");
	await page.getByRole("link", { name: "设置密码" }).click();
	await page.getByLabel("新密码").fill("12345678");
	await page.getByRole("main").getByRole("button", { name: "保存密码" }).click();
	await expect(page.getByRole("alert")).toContainText("太容易猜到");
	await look(page, "account-password-weak");
	await page.getByLabel("新密码").fill("tiezhu62maiyu");
	await page.getByRole("main").getByRole("button", { name: "保存密码" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("密码已设好");
	await look(page, "account-password-saved");
	await page.goto("/account");
	await page.getByRole("main").getByRole("button", { name: "退出登录" }).click();
	await page.goto("/signin");
	await page.getByLabel("身份证号").fill(member.id_number);
	await page.getByLabel("密码", { exact: true }).fill("tiezhu62maiyu");
	await page.getByRole("main").getByRole("button", { name: "登录" }).click();
	await expect(page).toHaveURL(/\/account$/);
});

test.describe("in English", () => {
	test.use({ locale: "en-GB" });
	test("the pages of a code are good pages too", async ({ page }, { project }) => {
		const member = people()[project.name === "script on" ? 42 : 43];
		await page.goto("/signin/code");
		await look(page, "signin-code-en");
		await page.getByLabel(/Number of your ID card/).fill(member.id_number);
		await page.getByRole("main").getByRole("button", { name: "Send the code" }).click();
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enter the code");
		await look(page, "signin-code-enter-en");
	});
});
