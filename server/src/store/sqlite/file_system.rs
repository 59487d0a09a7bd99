//! Whether the file system under a database keeps what write-ahead logging relies on: shared memory and locks that every
//! process sees. Those that reach over a network, or through a process in user space, may not, and lose data in silence.

use crate::store::error::StoreError;
use std::path::Path;

/// Refuses a folder on such a file system.
#[cfg(target_os = "linux")]
pub(super) fn check(database: &Path) -> Result<(), StoreError> {
    let dir = database.parent().filter(|dir| !dir.as_os_str().is_empty());
    let dir = dir.unwrap_or(Path::new("."));
    let Ok(found) = rustix::fs::statfs(dir) else {
        // A folder that is not there fails by itself, with its own message.
        return Ok(());
    };
    match unsafe_for_a_log(found.f_type) {
        Some(name) => Err(StoreError::FileSystem {
            path: database.to_owned(),
            name,
        }),
        None => Ok(()),
    }
}

/// Bytes that a process of ours may still write where the database lies; none when the system does not say.
pub(super) fn free_space(database: &Path) -> Option<u64> {
    let dir = database.parent().filter(|dir| !dir.as_os_str().is_empty());
    let found = rustix::fs::statvfs(dir.unwrap_or(Path::new("."))).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

/// Elsewhere the system does not say.
#[cfg(not(target_os = "linux"))]
pub(super) fn check(_: &Path) -> Result<(), StoreError> {
    Ok(())
}

/// The name of a file system that is not safe, by the number that statfs(2) gives it (linux/magic.h and each one's source).
#[cfg(target_os = "linux")]
fn unsafe_for_a_log(kind: rustix::fs::FsWord) -> Option<&'static str> {
    let kind = kind & 0xffff_ffff;
    Some(match kind {
        0x6969 => "NFS",
        0x517b | 0xff53_4d42 | 0xfe53_4d42 => "SMB",
        0x6573_5546 => "FUSE",
        0x0102_1997 => "9p",
        0x00c3_6400 => "Ceph",
        0x5346_414f | 0x6b41_4653 => "AFS",
        0x0bd0_0bd0 => "Lustre",
        0x7461_636f => "OCFS2",
        0x0116_1970 => "GFS2",
        0x4750_4653 => "GPFS",
        0x564c => "NCP",
        0x7375_7245 => "Coda",
        0x786f_4256 => "a shared folder of VirtualBox",
        _ => return None,
    })
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn what_reaches_over_a_network_is_refused_and_a_disk_is_not() {
        for kind in [0x6969, 0x6573_5546, 0x0102_1997, 0xff53_4d42, -11_317_950] {
            assert!(unsafe_for_a_log(kind).is_some(), "{kind:x}");
        }
        // ext4, XFS, Btrfs, tmpfs, overlay, ZFS
        for kind in [
            0xef53,
            0x5846_5342,
            0x9123_683e,
            0x0102_1994,
            0x794c_7630,
            0x2fc1_2fc1,
        ] {
            assert_eq!(unsafe_for_a_log(kind), None, "{kind:x}");
        }
    }
}
