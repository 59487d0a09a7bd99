import { asked } from "../../../lib/schedule.js";
import Repayment from "./repayment.js";

// Only what was asked goes to the browser beside the HTML; the 360 rows are computed there again.
export default async function Page({ searchParams }) {
	const query = await searchParams;
	return <Repayment {...asked((name) => query[name])} />;
}
