export const metadata = { title: "还款计划" };

export default function Layout({ children }) {
	return (
		<html lang="zh-CN">
			<body>{children}</body>
		</html>
	);
}
