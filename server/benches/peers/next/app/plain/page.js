import { asked, schedule, yuan } from "../../lib/schedule.js";
import Months from "./months.js";

// As the framework's guides begin: the server renders the rows, and only what moves is a client component.
export default async function Page({ searchParams }) {
	const query = await searchParams;
	const wanted = asked((name) => query[name]);
	const plan = schedule(wanted);
	return (
		<main>
			<h1>还款计划</h1>
			<form>
				<label>贷款金额（元）<input name="principal" defaultValue={wanted.principal / 100} /></label>
				<Months months={wanted.months} />
				<label>年利率（%）<input name="annual_rate" defaultValue={wanted.rate / 100} /></label>
				<input type="hidden" name="method" value="level_payment" />
				<button>计算</button>
			</form>
			<p>每月还 {yuan(plan.first)} 元，利息共 {yuan(plan.totalInterest)} 元</p>
			<table>
				<thead><tr><th>期</th><th>还款</th><th>本金</th><th>利息</th><th>余额</th></tr></thead>
				<tbody>
					{plan.years.flatMap((year) => year.months).map((month) => (
						<tr key={month.number}>
							<td>{month.number}</td>
							<td>{yuan(month.payment)}</td>
							<td>{yuan(month.payment - month.interest)}</td>
							<td>{yuan(month.interest)}</td>
							<td>{yuan(month.balance)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</main>
	);
}
