//! How many 360-month schedules a second, on one core: for the comparison that `.ci/bench_schedules.py` makes.
//!
//! `schedules SECONDS` prints one number.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measuring program: it prints, and reads the clock"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use fund::money::Fen;
use fund::months::Months;
use fund::repayment::{Loan, Method, schedule};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let seconds = std::env::args().nth(1).as_deref().unwrap_or("3").parse()?;
    let span = Duration::from_secs(seconds);
    let loan = Loan {
        principal: Fen::from_yuan(1_000_000),
        months: Months::MAX,
        rate: "3.25".parse()?,
        method: Method::LevelPayment,
    };
    let (mut count, began) = (0_u128, Instant::now());
    while began.elapsed() < span {
        for _ in 0..100 {
            black_box(schedule(black_box(&loan)));
        }
        count += 100;
    }
    println!("{}", count * 1_000_000 / began.elapsed().as_micros());
    Ok(())
}
