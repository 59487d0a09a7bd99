//! What would change the quota, and the bank's part of a combined loan: beneath the answer of the estimate.

use chrono::NaiveDate;
use fund::money::Fen;
use fund::quota::{BankPart, Effect};
use leptos::prelude::*;

use crate::{
    components::{Banner, BannerKind, Details, Local, Unverified},
    text::{self, Lang, text},
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

/// Every change that would help, each with its figures. The sliders leave it as it is: it says itself over which term it was
/// computed.
pub(super) fn changes(effects: &[Effect], term: &str, lang: Lang) -> impl IntoView + use<> {
    let (words, format) = (&text(lang).loan.estimate, &text(lang).format);
    let rows = effects
        .iter()
        .map(|effect| {
            let figures = (words.effect)(
                &format.yuan(effect.amount),
                &format.yuan(effect.gain),
                &format.yuan(effect.first_payment),
            );
            view! { <li><b>{(words.change)(&effect.change, format)}</b><br/>{figures}</li> }
        })
        .collect_view();
    let how = (words.changes_how)(term);
    let nothing = effects.is_empty().then(|| view! { <p>{words.no_changes}</p> });
    view! {
        <Details summary=words.changes>
            {nothing}
            <ul>{rows}</ul>
            <p class="soft">{how}</p>
        </Details>
    }
}

/// What a bank would lend beside the fund.
pub(super) fn bank(bank: &Bank, lang: Lang) -> impl IntoView + use<> {
    let (words, format) = (&text(lang).loan.estimate, &text(lang).format);
    let BankPart {
        amount,
        rate,
        first_payment,
        together,
    } = bank.part;
    let sentence = if amount > Fen::ZERO {
        (words.bank_part)(
            &format.yuan(amount),
            &rate.to_string(),
            &format.yuan(first_payment),
            &format.yuan(together),
        )
    } else {
        words.no_bank_part.to_owned()
    };
    let source = words.bank_source.with_local([
        format.date(bank.effective_from).into(),
        text::Local::chinese(lang, &bank.document),
    ]);
    view! {
        <Banner kind=BannerKind::Note title=words.bank>
            <p>{sentence}</p>
            <p class="soft"><Local text=source/>" "<Unverified lang=crate::text::Lang::ZhCn/></p>
        </Banner>
    }
}
