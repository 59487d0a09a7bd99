// What the specs of the loan room share.
import { expect, test } from "./test.mjs";

/** An amount as the pages write it: 1,234.56. */
export const grouped = (amount) => amount.replace(/\B(?=(\d{3})+(?!\d)\.)/g, ",");

export const withScript = () => test.info().project.use.javaScriptEnabled;

/** What the JSON interface says of the question in the page's address. */
export async function json(page, request) {
	const { pathname, search } = new URL(page.url());
	const answer = await request.get(`/api/v1${pathname}${search}`);
	expect(answer.status(), await answer.text()).toBe(200);
	return answer.json();
}

/** Moves a slider the way a finger does: many steps, then let go. */
export async function slide(page, name, value) {
	await page.getByRole("slider", { name }).evaluate((slider, value) => {
		for (const step of [slider.min, slider.max, value]) {
			slider.value = step;
			slider.dispatchEvent(new Event("input", { bubbles: true }));
		}
		slider.dispatchEvent(new Event("change", { bubbles: true }));
	}, value);
}

/** Every month of the schedule as "number payment interest balance". With script a year is filled when it is opened. */
export async function months(page, within = "main") {
	return page.locator(within).first().evaluate(async (root) => {
		const years = [...root.querySelectorAll("details.year")];
		const open = years.filter((year) => year.open);
		for (const year of years) year.open = true;
		while (root.querySelector("[data-rows]")) await new Promise((next) => setTimeout(next));
		for (const year of years) year.open = open.includes(year);
		const rows = [...root.querySelectorAll(".months tbody tr")];
		return rows.map((row) => [...row.cells].map((cell) => cell.textContent).join(" "));
	});
}
