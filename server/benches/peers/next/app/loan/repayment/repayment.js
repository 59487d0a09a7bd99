"use client";

import { memo, useMemo, useState } from "react";
import { schedule, yuan } from "../../../lib/schedule.js";

export default function Repayment({ principal, months: start, rate }) {
	const [months, setMonths] = useState(start);
	const { years, totalInterest, first } = useMemo(
		() => schedule({ principal, months, rate }),
		[principal, months, rate],
	);
	return (
		<main>
			<h1>还款计划</h1>
			<form>
				<label>
					贷款金额（元）
					<input name="principal" inputMode="decimal" defaultValue={principal / 100} />
				</label>
				<label>
					期数（月）
					<input name="months" inputMode="numeric" value={months} readOnly />
				</label>
				<label>
					调整期数
					<input type="range" min="1" max="360" value={months} onChange={(event) => setMonths(Number(event.target.value))} />
				</label>
				<label>
					年利率（%）
					<input name="annual_rate" inputMode="decimal" defaultValue={rate / 100} />
				</label>
				<input type="hidden" name="method" value="level_payment" />
				<button>计算</button>
			</form>
			<p>
				每月还 <output>{yuan(first)}</output> 元
			</p>
			<p>利息共 {yuan(totalInterest)} 元</p>
			{years.map((year) => (
				<Year key={year.number} year={year} />
			))}
		</main>
	);
}

const Year = memo(function Year({ year }) {
	return (
		<details>
			<summary>
				第 {year.number} 年 还 {yuan(year.paid)} 元，其中利息 {yuan(year.interest)} 元，年末余额 {yuan(year.balance)} 元
			</summary>
			<table>
				<thead>
					<tr>
						<th>期</th>
						<th>还款</th>
						<th>利息</th>
						<th>余额</th>
					</tr>
				</thead>
				<tbody>
					{year.months.map((month) => (
						<tr key={month.number}>
							<th>{month.number}</th>
							<td>{yuan(month.payment)}</td>
							<td>{yuan(month.interest)}</td>
							<td>{yuan(month.balance)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
});
