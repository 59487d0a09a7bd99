// What every spec needs: a page that fails the test on script errors and refused resources, signing in,
// and the checks that hold for every page.
import { appendFileSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect } from "@playwright/test";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export { expect };

export const test = base.extend({
	/** A page that must not complain: no script error, nothing the content security policy refused. */
	page: async ({ page }, use) => {
		const complaints = [];
		page.on("pageerror", (error) => complaints.push(String(error)));
		page.on("console", (message) => {
			// The browser reports every 4xx answer as an error; those the specs expect and check.
			const expected = /Failed to load resource.*\b(403|404|409|422|429)\b/.test(message.text());
			if (message.type() === "error" && !expected) complaints.push(message.text());
		});
		page.on("framenavigated", (frame) => noteSecrets(frame.url()));
		await use(page);
		await noteCookies(page);
		expect(complaints, "what the browser complained about").toEqual([]);
	},
});

/** Keeps for the search of the server's log: codes of appointments and numbers of slips in an address. */
function noteSecrets(url) {
	const found = /\/visit\/([0-9A-HJKMNP-TV-Z]{8})(?:$|[/?])|\/notice\/slip\/([0-9A-Z-]+)/.exec(url);
	if (found) note(found[1] ?? found[2]);
}

async function noteCookies(page) {
	const cookies = await page.context().cookies();
	for (const { name, value } of cookies) if (/session|visit/.test(name)) note(value.replace(/\..*/, ""));
}

function note(secret) {
	if (process.env.ANJU_SEEN && secret.length >= 8) appendFileSync(process.env.ANJU_SEEN, `${secret}\n`);
}

/** Signs in by the form, as a person does, and ends where the form leads. */
export async function signIn(page, person, returnTo = "/account") {
	await page.goto(`/signin?return_to=${encodeURIComponent(returnTo)}`);
	await page.getByLabel("身份证号").fill(person.id_number);
	await page.getByLabel("密码", { exact: true }).fill(person.password);
	await page.getByRole("main").getByRole("button", { name: "登录" }).click();
	await expect(page).toHaveURL(new RegExp(`${returnTo}$`));
}

const axeRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Axe finds nothing to complain about, up to WCAG 2.2 AA and its own best practices. */
export async function expectAccessible(page) {
	const subject = test.info().project.use.javaScriptEnabled ? page : await scriptedCopy(page);
	await subject.evaluate(axeSource);
	const { violations } = await subject.evaluate((runOnly) => axe.run(document, { runOnly }), axeRules);
	const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
	if (subject !== page) await subject.context().close();
	expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** Axe itself needs script: the page as it stands without its own, in a context that runs axe's. */
async function scriptedCopy(page) {
	const { viewport } = test.info().project.use;
	const colorScheme = await page.evaluate(() =>
		matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
	);
	const context = await page.context().browser().newContext({ viewport, colorScheme, javaScriptEnabled: true });
	const copy = await context.newPage();
	const html = await page.content();
	await copy.setContent(html.replace(/<script\b[\s\S]*?<\/script>/g, ""));
	return copy;
}

/** The page never scrolls sideways: at 320 px, and on a 360 px phone zoomed to 200 %. */
export async function expectNoSidewaysScroll(page) {
	const before = page.viewportSize();
	for (const width of [320, 180]) {
		await page.setViewportSize({ width, height: before.height });
		const beyond = await page.evaluate(() => {
			const root = document.documentElement;
			return root.scrollWidth - root.clientWidth;
		});
		expect(beyond, `px beyond the right edge of ${page.url()} at ${width} px`).toBe(0);
	}
	await page.setViewportSize(before);
}

/** All that must hold for any page: one heading, a title, no complaint from axe, no sideways scroll. */
export async function expectGoodPage(page) {
	await expect(page.locator("h1")).toHaveCount(1);
	await expect(page).toHaveTitle(/\S/);
	// A screenshot leaves empty ones behind.
	expect(await page.locator('[style]:not([style=""])').count(), "style attributes").toBe(0);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
}

/** The page's button prints it; without script there is none that would do nothing. */
export async function expectPrintButton(page, name) {
	const button = page.locator("[data-print]");
	if (!test.info().project.use.javaScriptEnabled) return expect(button).toBeHidden();
	await page.evaluate(() => {
		window.print = () => (document.body.dataset.printed = "yes");
	});
	await page.getByRole("button", { name }).click();
	await expect(page.locator("body")).toHaveAttribute("data-printed", "yes");
}

/** Keeps a picture of the whole page in shots/, to look at; script off and on side by side. */
export async function shot(page, name) {
	const { project } = test.info();
	const path = `shots/${name}-${project.name.replace(" ", "-")}.png`;
	await page.screenshot({ path, fullPage: true });
}
