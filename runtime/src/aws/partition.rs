//! Partitions: groups of regions with their own host names and accounts.

/// A partition of AWS with the suffixes of its host names.
///
/// ```
/// use rest_op::aws::Partition;
///
/// assert_eq!(Partition::of("cn-north-1").id(), "aws-cn");
/// assert_eq!(Partition::of("cn-north-1").dns_suffix(), "amazonaws.com.cn");
/// assert_eq!(Partition::of("us-gov-east-1").dual_stack_dns_suffix(), "api.aws");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partition {
    id: &'static str,
    /// The prefix of its regions' names. It is empty for `aws`, which contains all other regions.
    prefix: &'static str,
    dns_suffix: &'static str,
    dual_stack_dns_suffix: &'static str,
}

const PARTITIONS: [Partition; 8] = [
    partition("aws-cn", "cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
    partition("aws-us-gov", "us-gov-", "amazonaws.com", "api.aws"),
    partition("aws-eusc", "eusc-", "amazonaws.eu", "api.amazonwebservices.eu"),
    partition("aws-iso", "us-iso-", "c2s.ic.gov", "api.aws.ic.gov"),
    partition("aws-iso-b", "us-isob-", "sc2s.sgov.gov", "api.aws.scloud"),
    partition("aws-iso-e", "eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
    partition("aws-iso-f", "us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
    partition("aws", "", "amazonaws.com", "api.aws"),
];

const fn partition(
    id: &'static str,
    prefix: &'static str,
    dns_suffix: &'static str,
    dual_stack_dns_suffix: &'static str,
) -> Partition {
    Partition {
        id,
        prefix,
        dns_suffix,
        dual_stack_dns_suffix,
    }
}

impl Partition {
    /// Returns the partition of a region, or of a pseudo-region such as `aws-cn-global`. Unknown regions belong to `aws`.
    #[inline]
    pub fn of(region: &str) -> Self {
        let [named @ .., aws] = PARTITIONS;
        let global = region.strip_suffix("-global");
        named
            .into_iter()
            .find(|partition| region.starts_with(partition.prefix) || global == Some(partition.id))
            .unwrap_or(aws)
    }

    /// Returns the name of the partition, such as `aws` or `aws-cn`.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// Returns the suffix of host names, such as `amazonaws.com`.
    pub fn dns_suffix(&self) -> &'static str {
        self.dns_suffix
    }

    /// Returns the suffix of names of hosts with both IPv4 and IPv6 addresses, such as `api.aws`.
    pub fn dual_stack_dns_suffix(&self) -> &'static str {
        self.dual_stack_dns_suffix
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_belong_to_the_partition_of_their_prefix() {
        for (region, id) in [
            ("us-east-1", "aws"),
            ("ap-southeast-7", "aws"),
            ("aws-global", "aws"),
            ("moon-north-1", "aws"),
            ("cn-north-1", "aws-cn"),
            ("aws-cn-global", "aws-cn"),
            ("us-gov-west-1", "aws-us-gov"),
            ("aws-us-gov-global", "aws-us-gov"),
            ("us-iso-east-1", "aws-iso"),
            ("us-isob-east-1", "aws-iso-b"),
            ("eu-isoe-west-1", "aws-iso-e"),
            ("us-isof-south-1", "aws-iso-f"),
            ("aws-iso-f-global", "aws-iso-f"),
            ("eusc-de-east-1", "aws-eusc"),
        ] {
            assert_eq!(Partition::of(region).id(), id, "{region}");
        }
    }
}
