// How long an island takes to compute and show a new answer, on a CPU slowed down four times. Measures; judges nothing.
//
//   node end2end/recalculate.mjs http://127.0.0.1:3000
//
// "moved": a slider has moved one step, the figures and the chart follow. "let go": the tables follow too, and the address.
// Each figure is the time of the island's own work: handler, arithmetic, HTML, and the new HTML read by the browser. The time
// the browser takes to lay the page out afterwards is its own column; "shift" is the layout shift over all moves (0 is none).
import { createRequire } from "node:module";
import { launch } from "./lib/browser.mjs";
import { middle } from "./lib/measure.mjs";

const { chromium } = createRequire(import.meta.url)("@playwright/test");
const [base] = process.argv.slice(2);
const SLOWED = 4;
const MOVES = 60;
const PAGES = [
	"/loan?years=30",
	"/loan/repayment?months=360",
	"/loan/prepayment?months=360&after=36&amount=1000&keep=term",
	"/loan/compare?fund_amount=50000&kind_1=fund&kind_2=combined&kind_3=commercial&kind_4=commercial&years_4=10",
	"/loan/afford",
];

const browser = await chromium.launch(launch);
const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
const cdp = await page.context().newCDPSession(page);
console.log(`ms, median and worst of ${MOVES}`.padEnd(30), "moved".padStart(14), "let go".padStart(14), "layout".padStart(14), "shift".padStart(8));
for (const path of PAGES) {
	await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
	await page.goto(new URL(path, base).href);
	await page.locator("input.slider:enabled").first().waitFor();
	await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
	const { moved, settled, layout, shift } = await page.evaluate(move, MOVES);
	const column = (times) => `${middle(times).toFixed(1)} ${Math.max(...times).toFixed(1)}`.padStart(14);
	console.log(path.split("?")[0].padEnd(30), column(moved), column(settled), column(layout), shift.toFixed(3).padStart(8));
}
await browser.close();

/** In the page: moves its first slider step by step. */
async function move(moves) {
	const slider = document.querySelector("input.slider");
	let shift = 0;
	new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shift += entry.value))).observe({
		type: "layout-shift",
	});
	const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
	const timed = (work) => {
		const start = performance.now();
		work();
		return performance.now() - start;
	};
	const send = (type) => slider.dispatchEvent(new Event(type, { bubbles: true }));
	const [least, most, step] = [slider.min, slider.max, slider.step].map(Number);
	const [moved, settled, layout] = [[], [], []];
	await frame();
	for (let number = 0; number < moves; number++) {
		slider.value = String(least + step * Math.floor((((most - least) / step) * (number + 1)) / (moves + 1)));
		moved.push(timed(() => send("input")));
		layout.push(timed(() => document.body.offsetHeight));
		await frame();
		if (number % 4 === 0) settled.push(timed(() => send("change")));
		await frame();
		if (!document.getElementById("stale").hidden) throw new Error(`nothing was computed at ${slider.value}`);
	}
	return { moved, settled, layout, shift };
}
