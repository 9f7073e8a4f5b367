package org.catena.intake;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to addresses of the public Internet only, by the special-purpose
 * registries of IANA (RFC 6890). The client connects to the very addresses that are
 * checked here, so a name cannot be given another address in between. Whatever stands for
 * an IPv4 address inside an IPv6 one (mapped, NAT64) is checked as that.
 */
class PublicAddresses implements DnsResolver {

	private static final List<Range> CLOSED = Stream.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
			"169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
			"192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
			"224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
		.map(Range::parse)
		.toList();

	/** The only IPv6 addresses that are given out for the public Internet. */
	private static final Range GLOBAL_UNICAST = Range.parse("2000::/3");

	/** IPv4 addresses as seen through NAT64 (RFC 6052), in the last four bytes. */
	private static final Range NAT64 = Range.parse("64:ff9b::/96");

	private static final Range MAPPED = Range.parse6("::ffff:0:0", 96);

	private final Lookup lookup;

	/** Where addresses of names come from: the system, or a test. */
	@FunctionalInterface
	interface Lookup {

		InetAddress[] of(String host) throws UnknownHostException;

	}

	PublicAddresses(Lookup lookup) {
		this.lookup = lookup;
	}

	/** A name leads to an address that is not to be reached. */
	static final class NotPublic extends UnknownHostException {

		NotPublic(String host) {
			super(host);
		}

	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] addresses = this.lookup.of(host);
		for (InetAddress address : addresses) {
			if (!isPublic(address)) {
				throw new NotPublic(host);
			}
		}
		return addresses;
	}

	@Override
	public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
		return Arrays.stream(resolve(host)).map((address) -> new InetSocketAddress(address, port)).toList();
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

	/** Whether an address belongs to the public Internet. */
	static boolean isPublic(InetAddress address) {
		byte[] bytes = address.getAddress();
		if (address instanceof Inet6Address) {
			if (NAT64.holds(bytes) || MAPPED.holds(bytes)) {
				return isOpen(Arrays.copyOfRange(bytes, 12, 16));
			}
			return GLOBAL_UNICAST.holds(bytes) && isOpen(bytes);
		}
		return address instanceof Inet4Address && isOpen(bytes);
	}

	private static boolean isOpen(byte[] address) {
		return CLOSED.stream().noneMatch((range) -> range.holds(address));
	}

	/**
	 * A range of addresses in CIDR notation.
	 *
	 * @param first its first address
	 * @param bits the leading bits that all its addresses share
	 */
	private record Range(byte[] first, int bits) {

		static Range parse(String cidr) {
			String[] parts = cidr.split("/");
			return parse6(parts[0], Integer.parseInt(parts[1]));
		}

		static Range parse6(String address, int bits) {
			try {
				byte[] bytes = InetAddress.getByName(address).getAddress();
				if (address.contains(":") && bytes.length == 4) {
					byte[] mapped = new byte[16];
					mapped[10] = -1;
					mapped[11] = -1;
					bytes = mapped;
				}
				return new Range(bytes, bits);
			}
			catch (UnknownHostException ex) {
				throw new IllegalStateException("A literal address needs no look-up", ex);
			}
		}

		boolean holds(byte[] address) {
			if (address.length != this.first.length) {
				return false;
			}
			for (int bit = 0; bit < this.bits; bit++) {
				int mask = 0x80 >> (bit % 8);
				if ((address[bit / 8] & mask) != (this.first[bit / 8] & mask)) {
					return false;
				}
			}
			return true;
		}

	}

}
