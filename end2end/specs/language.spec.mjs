// The language: by what the browser asks for, and by the link in the header, script off and on.
import { expect, expectGoodPage, shot, test } from "../lib/test.mjs";

const banner = (page) => page.getByRole("banner");

test("the link in the header changes the language of every page and comes back", async ({ page }) => {
	await page.goto("/signin?return_to=%2Faccount%2Fledger%3Fyear%3D2026");
	const link = banner(page).getByRole("link", { name: "English" });
	await expect(link).toHaveAttribute("hreflang", "en");
	await expect(link).toHaveAttribute("lang", "en");
	await link.click();
	await expect(page).toHaveURL(/\/signin\?return_to=%2Faccount%2Fledger%3Fyear%3D2026$/);
	await expect(page.locator("html")).toHaveAttribute("lang", "en");
	await expect(banner(page).getByRole("link", { name: "Sign in" })).toBeVisible();
	await page.goto("/no-such-page");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
	await expectGoodPage(page);
	await shot(page, "not-found-en");
	await banner(page).getByRole("link", { name: "中文" }).click();
	await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有这个页面");
});

test("nothing that was worked out is lost", async ({ page }) => {
	await page.goto("/loan");
	const moved = test.info().project.use.javaScriptEnabled;
	if (moved) {
		// The slider moves the address after the page was written.
		const slider = page.locator("input[type=range]").first();
		await slider.focus();
		await page.keyboard.press("ArrowLeft");
		await page.keyboard.press("Tab");
		await expect(page).toHaveURL(/\/loan\?/);
	} else {
		await page.goto("/loan?price=%E5%85%AB%E5%8D%81%E4%B8%87&home=second");
	}
	const before = page.url();
	await banner(page).getByRole("link", { name: "English" }).click();
	await expect(page.locator("html")).toHaveAttribute("lang", "en");
	expect(page.url()).toBe(before);
});

test("large type and English go together on a narrow screen", async ({ page }) => {
	await page.goto("/language/en?return_to=%2Fhelp");
	await banner(page).getByRole("button", { name: "Larger text" }).click();
	await expect(page).toHaveURL(/\/help$/);
	await expect(page.locator("html")).toHaveClass(/large/);
	await expect(page.locator("html")).toHaveAttribute("lang", "en");
	await expectGoodPage(page);
	await shot(page, "help-large-en");
});

test.describe("a browser that is set to English", () => {
	test.use({ locale: "en-GB" });

	test("is spoken to in English until its person says otherwise", async ({ page }) => {
		await page.goto("/");
		await expect(page.locator("html")).toHaveAttribute("lang", "en");
		await banner(page).getByRole("link", { name: "中文" }).click();
		await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
		await page.goto("/help");
		await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
	});
});
