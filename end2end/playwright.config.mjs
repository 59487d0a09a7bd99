// Every spec runs twice on a phone's screen, with script off and with script on, against a running
// server:
//
//   ANJU_URL=http://127.0.0.1:3000 ANJU_PEOPLE=../data/people.csv npm test
import { defineConfig } from "@playwright/test";
import { launch } from "./lib/browser.mjs";

const phone = {
	baseURL: process.env.ANJU_URL,
	viewport: { width: 360, height: 740 },
	hasTouch: true,
	locale: "zh-CN",
	timezoneId: "Asia/Shanghai",
	launchOptions: launch,
	screenshot: "only-on-failure",
	trace: "off",
};

export default defineConfig({
	testDir: "specs",
	outputDir: "results",
	// What hangs is stopped; a slow machine is given the time it needs.
	timeout: 180_000,
	expect: { timeout: 20_000 },
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	reporter: [["list"]],
	projects: [
		{ name: "script off", use: { ...phone, javaScriptEnabled: false } },
		{ name: "script on", use: { ...phone, javaScriptEnabled: true } },
	],
});
