//! Each record as the columns of its table: the one place that names them. Tables are made from it, rows written and read back.

use super::{
    Lines,
    cell::{Column, Field, Kind},
    key_of,
};
use crate::{
    import::store::Table,
    seal::{Column as Sealed, Keys},
    store::{
        error::{StoreError, known},
        sql::{Row, Value},
    },
};
use fund::{
    identity::{IdNumber, Phone},
    records::{
        Account, AccountEntry, Employer, LoanAccount, LoanEntry, Member, Paper, PaperKind, PersonName,
    },
};

/// A row's values, in the order of its table's columns.
pub(in crate::store) type Values<'r> = Vec<Value<'r>>;

/// A record that has a table in the read copy.
pub(in crate::store) trait Stored: Sized + Sync {
    const TABLE: Table;
    /// Its columns in a query, which calls the table by the letter before each of them.
    const SELECT: &'static str;

    /// The table's columns: what the rows are found by, then the record's own.
    fn columns() -> Vec<Column>;

    /// Appends the values of the columns, sealing what is personal and numbering what is a ledger's line.
    fn put<'r>(&'r self, keys: &Keys, lines: &mut Lines, to: &mut Values<'r>) -> Result<(), StoreError>;

    /// Reads it back.
    fn take(row: &dyn Row, keys: &Keys) -> Result<Self, StoreError>;
}

/// Declares how a record is kept: by which keys its rows are found, and its fields, each in the column of its name unless
/// other columns stand behind it. The fields after `beside` are in another table, and a query brings them in.
macro_rules! stored {
    (
        $record:ty as $alias:literal in $table:expr;
        found by $($key:ident: $kind:ident = |$row:ident, $lines:ident| $value:expr),+;
        $($field:ident $([$($column:ident),+])?),+;
        $(beside $($other:ident),+;)?
    ) => {
        impl Stored for $record {
            const TABLE: Table = $table;
            const SELECT: &'static str = select!($alias; $($field $([$($column),+])?),+);

            fn columns() -> Vec<Column> {
                let mut columns = vec![$(Column::new(stringify!($key), Kind::$kind)),+];
                $(columns.extend(columns_of(|record: &Self| &record.$field, stringify!($field)));)+
                columns
            }

            fn put<'r>(&'r self, _: &Keys, lines: &mut Lines, to: &mut Values<'r>) -> Result<(), StoreError> {
                $({
                    let ($row, $lines) = (self, &mut *lines);
                    to.push(Value::from($value));
                })+
                $(self.$field.put(to);)+
                Ok(())
            }

            fn take(row: &dyn Row, _: &Keys) -> Result<Self, StoreError> {
                Ok(Self {
                    $($field: Field::take(row, stringify!($field))?,)+
                    $($($other: Field::take(row, stringify!($other))?,)+)?
                })
            }
        }
    };
}

/// The columns of fields, as a list in a query.
macro_rules! select {
    (@one $alias:literal $field:ident) => { concat!($alias, ".", stringify!($field)) };
    (@one $alias:literal $field:ident [$first:ident $(, $column:ident)*]) => {
        concat!($alias, ".", stringify!($first) $(, ", ", $alias, ".", stringify!($column))*)
    };
    ($alias:literal; $head:ident $([$($heads:ident),+])? $(, $field:ident $([$($column:ident),+])?)*) => {
        concat!(
            select!(@one $alias $head $([$($heads),+])?)
            $(, ", ", select!(@one $alias $field $([$($column),+])?))*
        )
    };
}

/// The columns behind a field, whose type is that of what `get` returns.
fn columns_of<R, F: Field>(_get: fn(&R) -> &F, name: &'static str) -> Vec<Column> {
    F::columns(name)
}

stored! {
    Employer as "e" in Table::Employer;
    found by key: Long = |row, _lines| key_of(row.employer_no.as_str());
    employer_no, name, address, credit_code, branch, opened_on, closed_on, status, member_ratio, employer_ratio,
    paying_members, sealed_members, paid_until, payday;
}

stored! {
    Account as "a" in Table::Account;
    found by key: Long = |row, _lines| key_of(row.account_no.as_str());
    account_no, status, base, member_monthly, employer_monthly, balance, carried_over, this_year, opened_on,
    closed_on, paid_until;
}

stored! {
    AccountEntry as "r" in Table::Entry;
    found by
        account: Long = |row, lines| lines.key(row.account_no.as_str()),
        line: Integer = |_row, lines| lines.next();
    serial, booked_on, kind, amount, interest, balance, reason, way, reversal;
    beside account_no;
}

stored! {
    LoanAccount as "l" in Table::Loan;
    found by
        key: Long = |row, _lines| key_of(row.loan_no.as_str()),
        account: Long = |row, _lines| key_of(row.account_no.as_str());
    loan_no, contract_no, kind, product, principal, granted_on, matures_on, months, method, rate, rate_multiple,
    guarantee, due_day, balance, next [next_number, next_due_on, next_payment, next_principal, next_interest],
    principal_repaid, interest_repaid, penalty_repaid, prepaid, overdue_principal, overdue_interest,
    overdue_periods, risk, settled_on;
    beside account_no;
}

stored! {
    LoanEntry as "r" in Table::LoanEntry;
    found by
        loan: Long = |row, lines| lines.key(row.loan_no.as_str()),
        line: Integer = |_row, lines| lines.next();
    serial, kind, occurred_on, booked_on, amount, principal, interest, penalty, balance, period;
    beside loan_no;
}

/// By hand: name, paper and phone are sealed with the account's key as the row.
impl Stored for Member {
    const TABLE: Table = Table::Member;
    const SELECT: &'static str = "m.account, m.account_no, m.name, m.paper_kind, m.paper, m.phone";

    fn columns() -> Vec<Column> {
        vec![
            Column::new("account", Kind::Long),
            Column::new("account_no", Kind::Text),
            Column::new("employer", Kind::Long),
            Column::new("person", Kind::Bytes),
            Column::new("name", Kind::Bytes),
            Column::new("paper_kind", Kind::Text),
            Column::new("paper", Kind::Bytes),
            Column::new("phone", Kind::Bytes).nullable(),
        ]
    }

    fn put<'r>(&'r self, keys: &Keys, _: &mut Lines, to: &mut Values<'r>) -> Result<(), StoreError> {
        let account = key_of(self.account_no.as_str());
        let phone = match &self.phone {
            Some(phone) => Some(keys.seal(Sealed::MEMBER_PHONE, account, phone.as_str())?),
            None => None,
        };
        to.extend([
            Value::from(account),
            Value::from(self.account_no.as_str()),
            Value::from(key_of(self.employer_no.as_str())),
            Value::from(keys.person_of(&self.paper).as_bytes().to_vec()),
            Value::from(keys.seal(Sealed::MEMBER_NAME, account, self.name.as_str())?),
            Value::from(self.paper.kind().code()),
            Value::from(keys.seal(Sealed::MEMBER_PAPER, account, self.paper.as_str())?),
            Value::from(phone),
        ]);
        Ok(())
    }

    fn take(row: &dyn Row, keys: &Keys) -> Result<Self, StoreError> {
        let account = row.int("account")?;
        let name = keys.open(Sealed::MEMBER_NAME, account, &row.bytes("name")?)?;
        let number = keys.open(Sealed::MEMBER_PAPER, account, &row.bytes("paper")?)?;
        let phone = match row.maybe_bytes("phone")? {
            Some(sealed) => {
                let phone = keys.open(Sealed::MEMBER_PHONE, account, &sealed)?;
                Some(known(Phone::parse(&phone).ok(), "phone")?)
            }
            None => None,
        };
        let paper = match row.parsed("paper_kind", PaperKind::from_code)? {
            PaperKind::IdentityCard => Paper::Card(known(IdNumber::parse(&number).ok(), "paper")?),
            other => Paper::Other(other, String::clone(&number)),
        };
        Ok(Self {
            account_no: Field::take(row, "account_no")?,
            employer_no: Field::take(row, "employer_no")?,
            name: known(PersonName::parse(&name), "name")?,
            paper,
            phone,
        })
    }
}

/// What each table is called and made of.
fn tables() -> [(Table, Vec<Column>); 6] {
    [
        (Employer::TABLE, Employer::columns()),
        (Member::TABLE, Member::columns()),
        (Account::TABLE, Account::columns()),
        (AccountEntry::TABLE, AccountEntry::columns()),
        (LoanAccount::TABLE, LoanAccount::columns()),
        (LoanEntry::TABLE, LoanEntry::columns()),
    ]
}

/// Makes the tables of a read copy, each named with `prefix` before and `ending` behind it.
///
/// No constraint and no index slows the filling; `indexes.sql` makes the indexes and the check that goes
/// with them.
pub(in crate::store) fn create_tables(
    prefix: &str,
    type_of: fn(Kind) -> &'static str,
    ending: &str,
) -> String {
    let statement = |(table, columns): (Table, Vec<Column>)| {
        let column = |column: &Column| {
            let null = if column.nullable { "" } else { " NOT NULL" };
            format!("{} {}{null}", column.name, type_of(column.kind))
        };
        let columns: Vec<_> = columns.iter().map(column).collect();
        format!("CREATE TABLE {prefix}{table} ({}){ending};", columns.join(", "))
    };
    tables().map(statement).join("\n")
}
