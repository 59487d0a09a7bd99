// What each public page may weigh as it is sent, its style sheet aside: that has a budget of its own (.ci/budgets.mjs).
import { get } from "node:http";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { expect, test } from "../lib/test.mjs";

const LIMIT = 12_000;
const PAGES = [
	"/",
	"/signin",
	"/loan",
	// The longest schedule: 360 months.
	"/loan?years=30",
	"/loan/repayment?months=360",
	"/loan/prepayment?months=360",
	"/loan/compare",
	"/loan/afford",
	"/loan/existing",
	"/loan/offset?months=300",
	"/loan/overdue",
	"/loan/contribution",
	"/loan/rates",
	"/visit",
	"/visit/find",
	"/notice",
	"/notice/rent_withdrawal",
	"/open",
	"/help",
];

for (const path of PAGES) {
	test(`${path} is light`, async ({ baseURL }) => {
		const { status, encoding, bytes } = await transfer(new URL(path, baseURL));
		expect(status).toBe(200);
		expect(encoding).toBe("br");
		expect(bytes, `bytes of ${path}`).toBeLessThanOrEqual(LIMIT);
	});
}

test("scripts are named by their content and kept for ever", async ({ request }) => {
	const page = await (await request.get("/loan")).text();
	const [script] = page.match(/\/pkg\/anju\.[0-9a-f]{10}\.js/) ?? [];
	const answer = await request.get(script);
	expect(answer.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
	expect((await request.get("/pkg/anju.0000000000.js")).status()).toBe(404);
});

function transfer(url) {
	return new Promise((resolve, reject) => {
		get(url, { headers: { "accept-encoding": "br" } }, (answer) => {
			const chunks = [];
			answer.on("data", (chunk) => chunks.push(chunk));
			answer.on("end", () => {
				const body = Buffer.concat(chunks);
				const encoding = answer.headers["content-encoding"];
				const [style] = brotliDecompressSync(body).toString().match(/<style[\s\S]*?<\/style>/) ?? [""];
				resolve({ status: answer.statusCode, encoding, bytes: body.length - weight(style) });
			});
		}).on("error", reject);
	});
}

/** As the server compresses what it makes on the spot. */
function weight(text) {
	return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}
