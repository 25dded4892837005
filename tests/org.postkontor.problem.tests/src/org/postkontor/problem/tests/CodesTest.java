package org.postkontor.problem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonParser;

/** The data covers what is known; a code that gets lost is noticed. */
class CodesTest {
	/** AADSTS numbers that clients of mail servers meet (Microsoft: reference of error codes; reports of other mail clients). */
	private static final String ENTRA = """
			16000 50001 50002 50005 50011 50020 50033 50034 50053 50055 50057 50058 50059 50072 50074 50076 50078 50079 50087 50089
			50097 50105 50125 50126 50127 50128 50129 50131 50132 50133 50135 50140 50144 50147 50155 50158 50173 50187 50194 50196
			50199 53000 53001 53002 53003 53004 53010 53011 54005 65001 65002 65004 65005 65006 70000 70001 70004 70008 70011 70012
			70016 70019 70043 80001 80002 80005 80007 80010 80012 80013 80014 90002 90004 90006 90012 90014 90023 90024 90033 90038
			90055 90072 90090 90094 90095 90124 90130 500011 500021 500022 500208 500212 500213 501481 530032 530035 650052 650054
			650056 650057 700005 700009 700011 700016 700022 700025 700027 700081 700082 700084 900144 900561 900971 901002 1000031
			7000112 7000215 7000218 7000222 9001023 9002313 9002332 9002341""";
	private static final String OTHERS = """
			admin_policy_enforced redirect_uri_mismatch disallowed_useragent org_internal deleted_client protection_policy_required
			5.7.139 5.7.3 5.7.57 5.7.60 5.2.252 5.7.30 5.7.9 5.1.8 5.7.501 5.7.502 4.7.0 5.2.2 5.2.251 5.2.255
			InvalidAuthenticationToken insufficient_claims ErrorAccessDenied MailboxNotEnabledForRESTAPI ErrorNonExistentMailbox 429
			ErrorSendAsDenied ErrorMimeContentInvalidBase64String ErrorMessageSizeExceeded 401 403""";

	private static Set<String> data() throws IOException {
		Set<String> codes = new HashSet<>();
		for (Path rows : ProjectSources.files(new ProjectSources().internal(), "-explanations.json")) {
			JsonParser.parseString(Files.readString(rows)).getAsJsonArray().forEach(row -> {
				if (row.getAsJsonObject().has("codes")) {
					codes.addAll(Arrays.asList(row.getAsJsonObject().get("codes").getAsString().split(" ")));
				}
			});
		}
		return codes;
	}

	private static Set<String> missing(String pinned) throws IOException {
		Set<String> data = data();
		return Arrays.stream(pinned.strip().split("\\s+")).filter(code -> !data.contains(code)).collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void everyKnownNumberOfMicrosoftHasARow() throws IOException {
		assertEquals(Set.of(), missing(ENTRA));
	}

	@Test
	void everyKnownCodeOfOthersHasARow() throws IOException {
		assertEquals(Set.of(), missing(OTHERS));
	}
}
