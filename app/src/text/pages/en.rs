//! English. The help page begins with what the fund is: whoever reads it in English may never have heard of one.

use super::{Page, Section, Text};

/// English.
pub const EN: Text = Text {
    help: HELP,
    accessibility: ACCESSIBILITY,
    privacy: PRIVACY,
    licences: LICENCES,
};

const HELP: Page = Page {
    title: "Help",
    intro: "What the Housing Provident Fund (公积金) is, and the four things you can do here yourself, on your phone. If you get stuck, call the hotline at the bottom of the page.",
    sections: &[
        Section {
            id: "fund",
            title: "What is the Housing Provident Fund?",
            paragraphs: &[
                "The Housing Provident Fund (公积金, in full 住房公积金) is a savings scheme for housing, set up by Chinese law. Every month your employer takes a share of your wage, adds a share of its own, usually the same, and pays both into an account in your name. All the money in the account is yours, and it earns interest.",
                "You can withdraw it (提取) for housing: to buy, build or repair your home, to pay rent, or to repay a home loan. You can also withdraw it when you retire or leave the country for good.",
                "While you contribute, you can borrow from the fund to buy a home (公积金贷款). Its interest rate is usually lower than a bank’s. How much you can borrow depends on your balance, on how long you have contributed, and on the home.",
                "Each city has its own fund, run by a Housing Provident Fund Management Centre (住房公积金管理中心), with its own limits and rules. This website belongs to the centre named at the bottom of the page, and shows its rules.",
                "Chinese in brackets is what you will see on papers and can say or show at the counter. Names of employers, places and documents are shown in Chinese where they have no English.",
            ],
        },
        Section {
            id: "account",
            title: "Check my balance (查余额)",
            paragraphs: &[
                "Sign in with the number of your ID card (身份证) or passport and your password to see your balance, every entry, and your loan.",
                "The balance is from the last data the centre sent. The bottom of each page says up to which day. Later changes show after the next update.",
            ],
        },
        Section {
            id: "loan",
            title: "Work out a loan (算贷款)",
            paragraphs: &[
                "You need not sign in. Fill in a few numbers and see about how much you can borrow and what you would repay each month.",
                "“Why this number” beneath the result says which rule each step follows. Figures marked as examples have not been checked by the centre yet.",
                "You can send the address of the result page to your family: it opens with the same result. How much you are granted in the end is for the centre to decide.",
            ],
        },
        Section {
            id: "visit",
            title: "Book a visit (约办理)",
            paragraphs: &[
                "Choose what it is about, a branch (网点), a day and a time. You get a booking code (预约码). With the code and the last four characters of your ID number you can find the appointment again without signing in.",
                "If you cannot come, please cancel early, so that somebody else can have the time.",
            ],
        },
        Section {
            id: "notice",
            title: "What to bring (问材料)",
            paragraphs: &[
                "Answer a few questions and get a checklist (一次性告知单): what to bring, the original or a copy, how many, and what you need not bring.",
                "You can print it, or save it and show it at the counter.",
            ],
        },
        Section {
            id: "phone",
            title: "Hard to read, or new to this",
            paragraphs: &[
                "Tap “Larger” at the top of any page, and every page after it is large too. Tap “Standard” to change back.",
                "Your phone’s back button works on every page. If something is filled in wrongly, the page says what to correct, and you need not fill in the rest again (except passwords).",
            ],
        },
    ],
};

const ACCESSIBILITY: Page = Page {
    title: "Accessibility",
    intro: "We want everybody to be able to do these things themselves, whatever their sight, their hearing, their hands, or the age of their phone.",
    sections: &[
        Section {
            id: "goal",
            title: "The standard we follow",
            paragraphs: &[
                "We aim for level AA of the Web Content Accessibility Guidelines (WCAG) 2.2. This is our own aim: nobody outside has certified it.",
            ],
        },
        Section {
            id: "done",
            title: "What works already",
            paragraphs: &[
                "Everything can be done with the keyboard alone. Screen readers read the name, the hint and the errors of every field.",
                "At 200% zoom, or on a screen only 320 pixels wide, you need not scroll sideways.",
                "Large type, dark mode and reduced motion are supported. Buttons and links are large enough to tap.",
                "It works without scripts (JavaScript).",
                "Every chart has its content in words beside it.",
            ],
        },
        Section {
            id: "tested",
            title: "How we check it",
            paragraphs: &[
                "At every change, the tool axe tests the pages in a real browser, with scripts on and off.",
                "A tool does not find every problem. People with impaired sight have not yet tried every page for us.",
            ],
        },
        Section {
            id: "feedback",
            title: "If something is hard to use",
            paragraphs: &[
                "Call the hotline at the bottom of the page. Tell us which page it was and which phone you use. The counter can also do it for you.",
            ],
        },
    ],
};

const PRIVACY: Page = Page {
    title: "Privacy",
    intro: "What this website keeps, how it is protected, and what you can do about it.",
    sections: &[
        Section {
            id: "cookies",
            title: "What is kept in your browser",
            paragraphs: &[
                "When you sign in: a session mark that tells us it is you. It expires after 15 minutes without use, after 12 hours, or when you sign out.",
                "When you first open the site: a random number, to make sure that forms come from our own pages on this device. It stands for nobody, and expires after a year.",
                "When you find an appointment by its booking code: a mark that is good for 15 minutes and opens that one appointment only.",
                "If you chose large type: a mark that remembers it. It expires after a year.",
                "If you chose a language: a mark that remembers it. It expires after a year.",
                "Nothing else is kept. We do not follow you, show no advertisements, and our pages ask no other website for anything.",
            ],
        },
        Section {
            id: "kept",
            title: "What is kept on the server",
            paragraphs: &[
                "ID numbers, phone numbers and names are encrypted. Of passwords we keep only a digest that cannot be turned back: nobody can read them.",
                "Pages hide the middle of ID numbers and phone numbers, and show only the first character of a name.",
                "Your appointments and the devices you are signed in on (only the names of browser and system) are kept on the server. A checklist keeps your answers without your name; one that you made while signed in is kept as yours.",
                "If you work out a loan or ask what to bring without signing in, we do not record who you are. The numbers you fill in for a loan are not kept.",
                "The running log says only what kind of page was opened and how long it took. It has no names, ID numbers, phone numbers, passwords, booking codes or amounts.",
            ],
        },
        Section {
            id: "yours",
            title: "Your rights",
            paragraphs: &[
                "Under the Personal Information Protection Law (个人信息保护法) you may see, copy and correct your personal information. Call the hotline at the bottom of the page, or go to a branch with your ID card (身份证) or passport.",
            ],
        },
    ],
};

const LICENCES: Page = Page {
    title: "Open-source licences",
    intro: "This website runs on the open-source software Anju (安居), licensed under MIT or Apache-2.0, as you choose.",
    sections: &[
        Section {
            id: "used",
            title: "The main software it uses",
            paragraphs: &[
                "The Rust language and standard library: MIT or Apache-2.0",
                "Leptos (pages): MIT",
                "axum, tower, hyper, Tokio (network service): MIT",
                "SQLx (database access): MIT or Apache-2.0",
                "SQLite (database): public domain",
                "PostgreSQL (optional database): PostgreSQL Licence",
            ],
        },
        Section {
            id: "all",
            title: "The full list",
            paragraphs: &[
                "All components and their versions are listed in the file Cargo.lock of the source code. The text of each licence is published with the source code of its component.",
            ],
        },
    ],
};
