// What each public page may weigh as it is sent: the HTML with its style sheet inside.
import { get } from "node:http";
import { expect, test } from "../lib/test.mjs";

const LIMIT = 12_000;
const PAGES = ["/", "/signin", "/loan", "/visit", "/visit/find", "/notice", "/notice/rent_withdrawal", "/open", "/help"];

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
			let bytes = 0;
			answer.on("data", (chunk) => (bytes += chunk.length));
			answer.on("end", () =>
				resolve({ status: answer.statusCode, encoding: answer.headers["content-encoding"], bytes }),
			);
		}).on("error", reject);
	});
}
