"use client";
import { useState } from "react";

export default function Months({ months }) {
	const [value, setValue] = useState(months);
	return (
		<label>
			期数（月）
			<input name="months" type="range" min="1" max="360" value={value} onChange={(event) => setValue(event.target.value)} />
			{value}
		</label>
	);
}
