import { asked } from "$lib/schedule.js";

// Only what was asked goes to the browser beside the HTML; the 360 rows are computed there again.
export function load({ url }) {
	return asked((name) => url.searchParams.get(name));
}
