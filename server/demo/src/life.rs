//! The lives of the members: each story lived up to the close of the day, and what they all add up to.

use crate::{
    DemoError, Person,
    account::Account,
    cast,
    centre::Centre,
    chance::chance,
    draw::{self, Tally},
    identity,
    loan::Loan,
    report::{COLLECTED, LENT, Totals, WITHDRAWN},
    story::Story,
};
use fund::money::Fen;
use fund::records::{AccountStatus, EntryKind};

/// Lives every member's life, in order, and counts the heads of their employers.
pub(crate) fn each_member(
    centre: &mut Centre<'_>,
    members: u32,
    mut take: impl FnMut(&Life, &Centre<'_>) -> Result<(), DemoError>,
) -> Result<Tally, DemoError> {
    let mut tally = Tally::default();
    for index in 0..members {
        let draw = || draw::story(centre, &mut chance(centre.seed, index.into()), &mut tally);
        let story = cast::story(index, centre).unwrap_or_else(draw);
        let life = Life::live(index, story, centre)?;
        let totals = life.totals(centre);
        let employer = &mut centre.employers[life.story.employer];
        match life.story.status {
            AccountStatus::Normal | AccountStatus::Frozen => employer.paying += 1,
            AccountStatus::Sealed => employer.sealed += 1,
            _ => {}
        }
        tally.add(employer.area, totals);
        take(&life, centre)?;
    }
    Ok(tally)
}

/// A member whose story has been lived up to the close of the day.
pub(crate) struct Life {
    pub(crate) index: u32,
    pub(crate) id_number: String,
    pub(crate) story: Story,
    pub(crate) account: Account,
    pub(crate) loan: Option<Loan>,
}

impl Life {
    fn live(index: u32, mut story: Story, centre: &Centre<'_>) -> Result<Self, DemoError> {
        let id_number = identity::id_number(index, story.born, story.sex);
        let loan = story.loan.take().map(|loan| Loan::live(loan, centre));
        let loan = loan.transpose()?;
        Ok(Self {
            index,
            id_number: id_number.ok_or(DemoError::Member(index))?,
            account: Account::live(&story, loan.as_ref(), centre)?,
            loan,
            story,
        })
    }

    /// What the last twelve months add to the centre's totals.
    fn totals(&self, centre: &Centre<'_>) -> Totals {
        let mut totals = Totals::default();
        let since = centre.months_ago(12);
        for line in self.account.lines.iter().filter(|line| line.on > since) {
            match line.kind {
                EntryKind::Remittance | EntryKind::BackPayment => totals[COLLECTED] += line.amount,
                EntryKind::PartialWithdrawal | EntryKind::ClosingWithdrawal => {
                    totals[WITHDRAWN] += line.interest - line.amount;
                }
                _ => {}
            }
        }
        let terms = self.loan.as_ref().map(|loan| loan.plan.terms);
        if let Some(terms) = terms.filter(|terms| terms.granted_on > since) {
            totals[LENT] = terms.principal;
        }
        totals
    }

    pub(crate) fn person(&self, password: String) -> Person {
        let loan = match &self.loan {
            _ if self.index < cast::SIZE => "",
            None => "，没有贷款",
            Some(loan) if loan.balance() == Fen::ZERO => "，贷款已还清",
            Some(loan) if !loan.unpaid.is_empty() => "，贷款逾期",
            Some(_) => "，正在还贷款",
        };
        Person {
            id_number: self.id_number.clone(),
            password,
            name: self.story.name.clone(),
            story: format!("{}{loan}", self.story.told),
        }
    }
}
