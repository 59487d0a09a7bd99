//! What an operator may watch: counters and gauges of the process, in Prometheus' text format on a listener of their own.
//! Nothing here tells who somebody is: labels are route patterns, statuses, and names of limits.

use std::fmt::Write as _;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicI64, AtomicU64};
use std::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};

/// The metrics of the process.
pub static METRICS: LazyLock<Metrics> = LazyLock::new(Metrics::new);

/// Label pairs; the names are ours, the values bounded lists.
type Labels = Vec<(&'static str, String)>;

/// Everything that is counted.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<Labels, Counter<u64, AtomicU64>>,
    seconds: Histogram,
    limits: Family<Labels, Counter<u64, AtomicU64>>,
    jobs: Family<Labels, Counter<u64, AtomicU64>>,
    group: Histogram,
    queue: Gauge<i64, AtomicI64>,
    data_age: Gauge<i64, AtomicI64>,
    displaced: Family<Labels, Gauge<i64, AtomicI64>>,
}

impl Metrics {
    fn new() -> Self {
        let mut registry = Registry::with_prefix("anju");
        // 1 ms to 8 s.
        let seconds = Histogram::new(exponential_buckets(0.001, 2.0, 14));
        let group = Histogram::new(exponential_buckets(1.0, 2.0, 9));
        let (requests, limits, displaced) = (Family::default(), Family::default(), Family::default());
        let jobs = Family::<Labels, Counter<u64, AtomicU64>>::default();
        let (queue, data_age) = (Gauge::default(), Gauge::default());
        registry.register(
            "requests",
            "Requests answered, by route and status",
            requests.clone(),
        );
        registry.register_with_unit(
            "request_duration",
            "Time from the head of a request to its answer",
            Unit::Seconds,
            seconds.clone(),
        );
        registry.register("limits_hit", "Requests refused by a limit", limits.clone());
        registry.register("jobs", "Tries of jobs, by how they ended", jobs.clone());
        registry.register(
            "commit_group_size",
            "Units of work in one durable commit of the embedded database",
            group.clone(),
        );
        registry.register(
            "writes_waiting",
            "Units of work that wait for the embedded database's writer",
            queue.clone(),
        );
        registry.register(
            "data_age_days",
            "Days since the last day whose data the core system sent; -1 before the first import",
            data_age.clone(),
        );
        registry.register(
            "appointments_displaced",
            "Appointments to come that the edition in force cannot keep",
            displaced.clone(),
        );
        Self {
            registry,
            requests,
            seconds,
            limits,
            jobs,
            group,
            queue,
            data_age,
            displaced,
        }
    }

    /// A request was answered. `route` is a pattern, never a path.
    pub fn answered(&self, route: &str, status: u16, took: Duration) {
        let labels = vec![("route", route.to_owned()), ("status", status.to_string())];
        self.requests.get_or_create(&labels).inc();
        self.seconds.observe(took.as_secs_f64());
    }

    /// A caller ran into a limit.
    pub fn limit_hit(&self, limit: &'static str) {
        self.limits
            .get_or_create(&vec![("limit", limit.to_owned())])
            .inc();
    }

    /// A try of a job ended so: `done`, `again` or `dead`.
    pub fn job_ended(&self, kind: &'static str, how: &'static str) {
        let labels = vec![("kind", kind.to_owned()), ("ended", how.to_owned())];
        self.jobs.get_or_create(&labels).inc();
    }

    /// So many units of work were committed together, while others waited.
    pub fn committed(&self, units: usize, waiting: usize) {
        self.group
            .observe(u32::try_from(units).map_or(f64::from(u32::MAX), f64::from));
        self.queue.set(i64::try_from(waiting).unwrap_or(i64::MAX));
    }

    /// How old the centre's data is.
    pub fn set_data_age(&self, days: Option<i64>) {
        self.data_age.set(days.unwrap_or(-1));
    }

    /// How many appointments the edition cannot keep, and why.
    pub fn set_displaced(&self, closed: usize, crowded: usize) {
        for (why, count) in [("closed", closed), ("crowded", crowded)] {
            let gauge = self.displaced.get_or_create(&vec![("why", why.to_owned())]);
            gauge.set(i64::try_from(count).unwrap_or(i64::MAX));
        }
    }

    /// All of it, as Prometheus reads it.
    pub fn text(&self) -> String {
        let mut text = String::new();
        if let Err(error) = encode(&mut text, &self.registry) {
            text.clear();
            let _ = write!(text, "# {error}");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_counted_is_told() {
        let metrics = Metrics::new();
        metrics.answered("/visit/{code}", 200, Duration::from_millis(3));
        metrics.limit_hit("sign_in");
        metrics.committed(17, 2);
        metrics.set_data_age(Some(3));
        metrics.set_displaced(1, 0);
        let text = metrics.text();
        for line in [
            "anju_requests_total{route=\"/visit/{code}\",status=\"200\"} 1",
            "anju_request_duration_seconds_bucket{le=\"0.004\"} 1",
            "anju_limits_hit_total{limit=\"sign_in\"} 1",
            "anju_commit_group_size_sum 17.0",
            "anju_writes_waiting 2",
            "anju_data_age_days 3",
            "anju_appointments_displaced{why=\"closed\"} 1",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
    }
}
