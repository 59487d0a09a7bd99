//! Budget: a 360-month schedule in 15 µs or less, native release.
#![allow(missing_docs, reason = "criterion_main! makes an undocumented main")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use fund::money::Fen;
use fund::months::Months;
use fund::rate::Rate;
use fund::repayment::{Loan, Method, first_payment, schedule, yearly};
use rust_decimal::Decimal;

fn loan(method: Method) -> Loan {
    Loan {
        principal: Fen::from_yuan(1_000_000),
        months: Months::MAX,
        rate: Rate::from_percent(Decimal::new(325, 2)).unwrap_or_default(),
        method,
    }
}

fn repayment(criterion: &mut Criterion) {
    for method in Method::ALL {
        let loan = loan(method);
        criterion.bench_function(&format!("schedule/360/{method}"), |bench| {
            bench.iter(|| schedule(black_box(&loan)));
        });
    }
    let level = loan(Method::LevelPayment);
    criterion.bench_function("first_payment/360", |bench| {
        bench.iter(|| first_payment(black_box(&level)));
    });
    let schedule = schedule(&level);
    criterion.bench_function("yearly/360", |bench| {
        bench.iter(|| yearly(black_box(&schedule)));
    });
}

criterion_group!(benches, repayment);
criterion_main!(benches);
