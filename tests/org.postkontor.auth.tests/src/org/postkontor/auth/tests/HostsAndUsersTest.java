package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.auth.Session;
import org.postkontor.auth.internal.broker.ResourceHosts;
import org.postkontor.auth.internal.broker.UserNames;

class HostsAndUsersTest {
	@ParameterizedTest
	@CsvSource({ "imap.example.test,true", "IMAP.Example.Test.,true", "smtp.office.example,true", "office.example,true", "a.b.office.example,true",
			"evil-office.example,false", "office.example.evil.test,false", "example.test,false", "xn--bro-hoa.example,true", "büro.example,true",
			"localhost,true", "test,false" })
	void hostsAreComparedAtDotsOnly(String host, boolean allowed) {
		assertEquals(allowed, ResourceHosts.allowed(host, Set.of("imap.example.test", "büro.example", "localhost"), List.of("office.example", "test")));
	}

	@ParameterizedTest
	@CsvSource({ "anna@example.test,anna@example.test,true", "Anna@Example.TEST,anna@example.test,true", "live.com#anna@example.test,anna@example.test,true",
			"anna@xn--bro-hoa.example,anna@büro.example,true", "bert@example.test,anna@example.test,false", "anna@example.test.evil,anna@example.test,false",
			"anna@example.test,anna,true", "annabel@example.test,anna,false" })
	void usersAreComparedWithoutRegardToSpelling(String told, String principal, boolean same) {
		assertEquals(same, UserNames.matches(new Session("a", "p", "i", "c", "subject", List.of("other@example.test", told), Set.of(), Set.of(),
				Samples.NOW, Samples.NOW, Map.of(), Map.of()), principal));
	}
}
