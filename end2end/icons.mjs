// Draws the PNG icons and favicon.ico in public/ from icon.svg. Run `npm run icons` after changing it.
import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { launch } from "./lib/browser.mjs";

const folder = new URL("../public/", import.meta.url);
const svg = await readFile(new URL("icon.svg", folder), "utf8");
const full = svg.replace(/ rx="\d+"/, ""); // platforms that cut their own shape want no corners

// A maskable icon keeps its sign within the inner 80 %.
const maskable = full.replace(/<g /, '<g transform="translate(6.4 6.4) scale(.8)" ').replace("4.4", "5");

const browser = await chromium.launch(launch);
const page = await browser.newPage();

async function draw(source, side) {
	await page.setViewportSize({ width: side, height: side });
	await page.setContent(`<style>body{margin:0}svg{display:block;width:${side}px;height:${side}px}</style>${source}`);
	return page.screenshot({ omitBackground: true });
}

for (const [name, source, side] of [
	["icon-192.png", svg, 192],
	["icon-512.png", svg, 512],
	["icon-maskable-512.png", maskable, 512],
	["apple-touch-icon.png", full, 180],
]) {
	await writeFile(new URL(name, folder), await draw(source, side));
}

// An .ico is a list of pictures: one entry, a PNG, 22 bytes in.
const png = await draw(svg, 32);
const ico = Buffer.alloc(22);
ico.writeUInt16LE(1, 2); // an icon
ico.writeUInt16LE(1, 4); // one picture
ico.writeUInt8(32, 6);
ico.writeUInt8(32, 7);
ico.writeUInt16LE(1, 10); // planes
ico.writeUInt16LE(32, 12); // bits per pixel
ico.writeUInt32LE(png.length, 14);
ico.writeUInt32LE(22, 18);
await writeFile(new URL("favicon.ico", folder), Buffer.concat([ico, png]));
await browser.close();
