//! What would change the quota, and the bank's part of a combined loan: beneath the answer of the estimate.

use chrono::NaiveDate;
use fund::money::Fen;
use fund::quota::{BankPart, Effect};
use leptos::prelude::*;

use crate::{
    components::{Banner, BannerKind, Details, Unverified},
    text::{format, loan::Page},
};

/// The bank's part with what its rate rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bank {
    /// The part.
    pub part: BankPart,
    /// The day from which the prime rate holds.
    pub effective_from: NaiveDate,
    /// Who published it.
    pub document: String,
}

/// Every change that would help, each with its figures.
pub(super) fn changes(effects: &[Effect], term: &str, words: &'static Page) -> impl IntoView + use<> {
    let rows = effects
        .iter()
        .map(|effect| {
            let figures = (words.effect)(
                &format::yuan(effect.amount),
                &format::yuan(effect.gain),
                &format::yuan(effect.first_payment),
            );
            view! { <li><b>{(words.change)(&effect.change)}</b><br/>{figures}</li> }
        })
        .collect_view();
    let how = (words.changes_how)(term);
    let nothing = effects.is_empty().then(|| view! { <p>{words.no_changes}</p> });
    view! {
        // The sliders leave it as it is: it says itself over which term it was computed.
        <Details summary=words.changes>
            {nothing}
            <ul>{rows}</ul>
            <p class="soft">{how}</p>
        </Details>
    }
}

/// What a bank would lend beside the fund.
pub(super) fn bank(bank: &Bank, words: &'static Page) -> impl IntoView + use<> {
    let BankPart {
        amount,
        rate,
        first_payment,
        together,
    } = bank.part;
    let sentence = if amount > Fen::ZERO {
        (words.bank_part)(
            &format::yuan(amount),
            &rate.to_string(),
            &format::yuan(first_payment),
            &format::yuan(together),
        )
    } else {
        words.no_bank_part.to_owned()
    };
    let source = (words.bank_source)(&format::date(bank.effective_from), &bank.document);
    view! {
        <Banner kind=BannerKind::Note title=words.bank>
            <p>{sentence}</p>
            <p class="soft">{source}" "<Unverified/></p>
        </Banner>
    }
}
