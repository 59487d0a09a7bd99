//! The store as a whole: opening, readiness, closing.

use crate::{
    bench::{Bench, keys, now, person},
    visit::{slot, wish},
};
use server::{
    store::{self, StoreError},
    visit::store::Booked,
};

behaviours![
    it_is_ready_until_closed,
    what_was_written_is_there_when_opened_again,
    migrating_again_changes_nothing,
    a_database_not_migrated_is_refused,
];

async fn it_is_ready_until_closed(bench: Bench) {
    bench.store.ready().await.unwrap();
    bench.store.close().await.unwrap();
    let refused = bench.store.ready().await.unwrap_err();
    assert!(refused.is_transient(), "another instance may answer: {refused}");
    assert!(bench.store.book(&wish(1, slot(60, 4)), now()).await.is_err());
    assert!(bench.store.appointments_of(person(1)).await.is_err());
}

async fn what_was_written_is_there_when_opened_again(bench: Bench) {
    assert!(matches!(
        bench.store.book(&wish(1, slot(60, 4)), now()).await.unwrap(),
        Booked::Created(_)
    ));
    bench.store.close().await.unwrap();
    let again = bench.another().await;
    assert_eq!(again.appointments_of(person(1)).await.unwrap().len(), 1);
}

async fn migrating_again_changes_nothing(bench: Bench) {
    bench.store.book(&wish(1, slot(60, 4)), now()).await.unwrap();
    store::migrate(&bench.url).await.unwrap();
    assert_eq!(bench.store.appointments_of(person(1)).await.unwrap().len(), 1);
}

async fn a_database_not_migrated_is_refused(bench: Bench) {
    bench.run(&["DELETE FROM _sqlx_migrations"]).await.unwrap();
    let refused = store::open(&bench.url, keys()).await.err();
    assert!(matches!(refused, Some(StoreError::NotMigrated)), "{refused:?}");
    bench.run(&["DROP TABLE _sqlx_migrations"]).await.unwrap();
    let refused = store::open(&bench.url, keys()).await.err();
    assert!(matches!(refused, Some(StoreError::NotMigrated)), "{refused:?}");
}
