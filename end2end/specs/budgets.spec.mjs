// What each public page may weigh as it is sent, its style sheet aside: that has a budget of its own (.ci/budgets.mjs).
import { get } from "node:http";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { expect, test } from "../lib/test.mjs";

const LIMIT = 12_000;
const PAGES = [
	"/",
	"/signin",
	// Every calculator, with its example and with the longest schedule it takes: 360 months.
	"/loan",
	"/loan?years=30&method=level_payment",
	"/loan?years=30&method=level_principal",
	"/loan/repayment",
	"/loan/repayment?months=360&method=level_payment",
	"/loan/repayment?months=360&method=level_principal",
	"/loan/repayment/print?months=360",
	"/loan/prepayment",
	"/loan/prepayment?months=360&method=level_payment",
	"/loan/prepayment?months=360&method=level_principal",
	"/loan/prepayment?months=360&every=year&amount=1000&keep=term",
	"/loan/prepayment?months=360&every=month&amount=100&keep=term",
	"/loan/compare",
	"/loan/afford",
	"/loan/afford?years=30",
	"/loan/existing",
	"/loan/existing?months=360",
	"/loan/offset",
	"/loan/offset?months=360",
	"/loan/overdue",
	"/loan/overdue?months=360",
	"/loan/contribution",
	"/loan/contribution?until=2055-06-30",
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
