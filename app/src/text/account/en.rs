//! English.

use super::{
    Account, Ledger, Me, MyLoan, SignIn, Text,
    code::{Code, NewPassword},
    codes,
};

/// English.
pub const EN: Text = Text {
    name: "Check my balance",
    summary: "Account, entries, my loan",
    sign_in: SignIn {
        title: "Sign in",
        id_number: "Number of your ID card (身份证)",
        id_number_hint: "18 characters. If the last one is an X, type the X. With a passport, open “another document” below.",
        password: "Password",
        idle: "You are signed out after 15 minutes without use.",
        forgotten: "Forgotten your password",
        forgotten_help: |hotline| {
            format!("Call the hotline {hotline}, or ask at a branch near you. Bring your own ID document.")
        },
        demo: "The ID numbers and passwords for this demonstration are listed in people.csv in the data folder.",
        other_paper: "Sign in with a passport or another document",
        paper: "Kind of document",
        password_missing: "Enter your password",
        wrong_pair: "The document number or the password is wrong. Check both and try again",
        wait: |how_long| format!("Too many attempts. Try again in {how_long}"),
    },
    code: Code {
        title: "Sign in with a code by SMS",
        intro: "For your first visit, or when you have forgotten your password. The code goes only to the phone that the centre has on file for you.",
        send: "Send the code",
        wait: |how_long| {
            format!(
                "A code was sent to the phone on file a moment ago, or several today (perhaps not asked for by you). Try again in {how_long}. Meanwhile you can sign in with your password, or come to a window with your ID document"
            )
        },
        enter: "Enter the code",
        sent: |phone_end| {
            let end = phone_end
                .map(|end| format!(", which ends in {end}"))
                .unwrap_or_default();
            format!(
                "If the number you typed has an account here and a phone on file, the code was sent to that phone{end}. It is good for 5 minutes."
            )
        },
        code: "Code of 6 digits",
        code_hint: "Tell it to nobody: our staff never ask for it",
        confirm: "Continue",
        again: "Nothing arrived? Send another after 1 minute",
        other_phone: (
            "This is not my phone, or not any more",
            "To keep your account safe, the phone is changed at a window, while you wait: bring your own ID document. After that the code reaches you.",
            "Book a visit to change the phone",
        ),
        not_six_digits: "Type the 6 digits from the message",
        wrong: |left| format!("The code is wrong. Tries left: {left}"),
        spent: "This code is no longer good. Send a new one",
        message: |code| {
            format!(
                "[Housing Fund] {code} is your code to sign in to your account, good for 5 minutes. Tell it to nobody: our staff never ask for it. If it was not you who asked, do nothing."
            )
        },
        password_set: "[Housing Fund] A new password was just set for your account, and your other devices were signed out. If it was not you, call 12329 at once.",
        demo: "Demonstration: see the message on the “phone”",
        demo_messages: ("Demonstration: messages on the phone", "No messages yet."),
    },
    new_password: NewPassword {
        title: "Set a password",
        intro: "With it you can sign in by the number of your document, without waiting for a message.",
        password: "New password",
        hint: |least| format!("At least {least} characters. No birthday, phone or document number"),
        save: "Save the password",
        skip: "Not now",
        too_short: |least| format!("Too short. Use at least {least} characters"),
        too_long: |most| format!("Too long. Use at most {most} characters"),
        guessed_first: "This password is easy to guess. Choose another, such as several words that have nothing to do with each other",
        saved: (
            "Your password is set",
            "You are signed out on all other devices. Next time you can sign in with the new password.",
        ),
        go_on: "Continue",
    },
    account: Account {
        title: "My Housing Provident Fund (公积金) account",
        balance: "Account balance",
        total_balance: |accounts| format!("Balance of your {accounts} accounts together"),
        accounts: "Your accounts",
        in_use_counts: "In use: your monthly contribution, the months you have contributed and how much you can borrow are all worked out from this account.",
        not_in_use_counts: "Only its balance counts towards the total. Nothing is paid into it now, and it does not count for the months contributed or for how much you can borrow. To merge it into the account in use, take your ID card (身份证) or passport to a branch.",
        its_ledger: "See the entries of this account",
        in_use: "Account in use",
        carried_over: "Carried over from last year (上年结转)",
        this_year: "Paid in since July (本年度归集)",
        contributed: |year| format!("Contributed in {year}"),
        monthly: "Paid in each month (月缴存额)",
        monthly_shares: |member, employer| format!("{member} from you, {employer} from your employer"),
        base: "Contribution base (缴存基数)",
        status: "Account status",
        employer: "Employer",
        paid_until: "Paid up to",
        never_paid: "Nothing paid in yet",
        months: "Months contributed",
        months_counted: |all, continuous| format!("{all} in all, the latest {continuous} without a gap"),
        opened_on: "Opened on",
        account_no: "Account number (个人账号)",
        other_facts: "More about the account",
        sealed: (
            "Your account is paused (封存)",
            "No employer is paying in for you now. If you have a new employer, ask them to reactivate the account (启封). If it has been paused for half a year and you have no new job, you can apply to withdraw the money.",
        ),
        frozen: (
            "Your account is frozen (冻结)",
            "The balance is still yours, but you cannot withdraw it for now. Usually a court has asked for this. Ask at a branch, with your ID card (身份证) or passport, or call the hotline.",
        ),
        closed: (
            "Your account is closed (销户)",
            "You can only see its past entries here. If you have questions, call the hotline.",
        ),
        employer_behind: (
            "Your employer has not paid for some months",
            "Ask the person at work who deals with the fund first. If your employer does not pay, tell us on the hotline: the centre will ask them to.",
        ),
        none: (
            "You have no account here",
            "If you have just started a job, your account shows here the day after your employer opens it. If you contribute in another city, ask there. If you have questions, call the hotline.",
        ),
        to_ledger: (
            "Account entries",
            "Every payment in, every withdrawal, and interest",
        ),
        to_loan: ("My loan", "What you owe, the next payment, how much is repaid"),
        to_estimate: ("Work out a loan", "With your own balance and months contributed"),
        to_visit: ("My appointments", "See, cancel or book again"),
        to_me: ("My details", "Name, phone number, devices you are signed in on"),
        sign_out: "Sign out",
    },
    ledger: Ledger {
        title: "Account entries",
        account: "Account",
        year: "Year",
        kind: "Kind",
        all: "All",
        filter: "Show these",
        year_name: |year| year.to_string(),
        balance_after: |balance| format!("Balance {balance}"),
        with_reason: |kind, reason| format!("{kind}: {reason}"),
        reversed: |kind| format!("{kind}, reversed (冲正)"),
        none: "No entries match",
        show_all: "Show all entries",
        bad_filter: "There is no such year or kind. These are all the entries",
    },
    loan: MyLoan {
        title: "My loan",
        balance: "Still owed, without interest (贷款余额)",
        next: |day, amount| format!("Next payment: {day}, {amount}"),
        next_parts: |principal, interest| {
            format!("{principal} principal (本金) and {interest} interest (利息)")
        },
        settled: |day| format!("Paid off on {day}"),
        overdue: |amount| format!("{amount} is overdue"),
        overdue_help: "Overdue payments cost penalty interest (罚息) and go on your credit record (征信). Put enough money on your repayment card as soon as you can, or call the hotline and ask how to catch up. You cannot withdraw from the fund while a payment is overdue.",
        repaid: "Principal repaid",
        outstanding: "Principal still owed",
        progress: |paid, all| format!("{paid} of {all} payments made"),
        principal: "Amount lent",
        granted_on: "Paid out on",
        matures_on: "Last payment due on",
        rate: "Interest rate now, a year",
        method: "Way of repaying",
        interest_paid: "Interest paid",
        prepaid: "Principal repaid early",
        contract: "Contract number (合同编号)",
        other_facts: "More about the loan",
        ledger: "Payments made",
        entry_parts: |principal, interest| format!("Principal {principal}, interest {interest}"),
        penalty: |amount| format!("Penalty interest {amount}"),
        none: "You have no Housing Provident Fund (公积金) loan",
        none_help: "Work out how much you could borrow",
        to_replay: "Check every payment, and see what lower rates have saved you",
    },
    me: Me {
        title: "My details",
        name: "Name",
        id_number: "ID number",
        phone: "Phone number",
        no_phone: "None on record",
        correct: "If something has changed, take your ID card (身份证) or passport to a branch. It is changed while you wait.",
        devices: "Devices you are signed in on",
        this_one: "This one",
        device: |browser, system| {
            format!(
                "{} · {}",
                browser.unwrap_or("Browser"),
                system.unwrap_or("other device")
            )
        },
        since: |when| format!("Signed in on {when}"),
        close_others: "Sign out the other devices",
    },
    codes: codes::EN,
};
