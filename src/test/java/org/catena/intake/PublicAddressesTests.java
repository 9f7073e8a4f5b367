package org.catena.intake;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PublicAddressesTests {

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
			"192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1", "198.18.0.1", "224.0.0.1",
			"239.1.1.1", "255.255.255.255", "240.0.0.1", "203.0.113.5", "::", "::1", "fe80::1", "fc00::1",
			"fd00:ec2::254", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
			"64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2001::1", "2001:db8::1", "2002:7f00:1::",
			"100::1", "5f00::1" })
	void refuses(String address) throws UnknownHostException {
		assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
	}

	/** Java itself turns a mapped address into IPv4; other ways of making one do not. */
	@Test
	void refusesAMappedAddressThatIsKeptAsIpv6() throws UnknownHostException {
		byte[] mapped = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1 };
		assertThat(PublicAddresses.isPublic(Inet6Address.getByAddress(null, mapped, -1))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1", "192.167.1.1",
			"169.253.1.1", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e", "64:ff9b::101:101" })
	void allows(String address) throws UnknownHostException {
		assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
	}

	@Test
	void refusesANameOfWhichOneAddressIsNotPublic() {
		PublicAddresses resolver = new PublicAddresses(
				(host) -> new InetAddress[] { InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1") });
		assertThatExceptionOfType(PublicAddresses.NotPublic.class).isThrownBy(() -> resolver.resolve("example.org"));
	}

}
