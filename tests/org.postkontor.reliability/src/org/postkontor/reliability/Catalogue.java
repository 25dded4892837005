package org.postkontor.reliability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The catalogue of faults: numbers that tests are named after, and what goes wrong. */
public final class Catalogue {
	private static final String FAULTS = """
			1 the process ends while the bytes of a mail are written
			2 ... when they are written, but not forced to disk
			3 ... when the file has its name, but the folder is not forced
			4 ... when the mail is accepted, before its first attempt
			5 ... when the attempt is recorded, before the connection is used
			6 ... during greeting, EHLO or AUTH
			7 ... after MAIL or RCPT
			8 ... in the middle of the body
			9 ... when the boundary is recorded, before the final dot
			10 ... after the final dot, before the 250
			11 ... after the 250, before it is recorded
			12 ... when SENT is recorded, before the copy is in Sent
			13 ... when the copy is in Sent, before that is recorded
			14 ... while the journal is folded into the table
			15 ... while a token is refreshed: the answer is there, but not stored
			16 ... while the secure storage is written
			17 SIGKILL at random moments
			18 power failure: what was not forced is gone or comes in another order
			19 the disk is full while a mail is accepted: bytes, force, name, row
			20 the disk is full when the server's answer is to be recorded
			21 the disk reports an error when it is to force
			22 the outbox's folder is read-only, gone, or on a network
			23 a mail's file is changed, cut, full of zeros or gone
			24 the outbox was written by a newer release
			25 two processes on one home
			26 a lock that a dead process held
			27 100,000 mails; a mail of 100 MB
			28 names in other scripts, long paths, files that somebody holds
			29 the clock jumps by a day, back by a day, by ten years
			30 the computer sleeps for eight hours while it sends
			31 the clock is wrong for tokens and certificates
			32 summer time begins or ends; the time zone changes
			33 421 at the greeting and between commands
			34 450, 451, 452 for some recipients
			35 550 for one of three recipients
			36 too many recipients: 452, 552
			37 the mail is too large: SIZE known before, 552
			38 535, 534, 530: the sign-in is refused
			39 554 after the final dot
			40 451 after the final dot
			41 250 with odd text, 251, unknown 2yz, several lines that disagree
			42 greylisting: 451 for ten minutes, then 250
			43 250 in place of 354
			44 5yz in the middle of the body, then the end
			45 the line is cut after each byte of a session
			46 ... after the final dot, before the 250
			47 the 250 comes after 9 min 59 s
			48 the 250 comes after 11 min
			49 the server sends a byte a minute
			50 nobody answers, refuses, half-open; IPv6 dead and IPv4 not
			51 the web page of a captive portal in place of a server
			52 a proxy is needed, refuses, dies
			53 another network address in the middle of the body
			54 the server closed an idle connection
			55 endless greetings, NULs
			56 IMAP literals of two gigabytes, a million untagged lines
			57 STARTTLS stripped, refused, or followed by plain text
			58 answers injected after STARTTLS; capabilities that change with TLS
			59 IMAP PREAUTH, REFERRAL, ALERT with control characters
			60 certificates that are expired, self-signed, of another host; TLS 1.0
			61 settings from a hostile autoconfig
			62 odd line ends, long lines, NULs, injected headers
			63 the token expires between AUTH and DATA""";
	/** Cases that were proven with the parts they belong to, by tests with other names. */
	private static final Map<Integer, List<String>> ELSEWHERE = Map.of(
			15, List.of("LockingSignInBrokerTest.aCrashBetweenRefreshAndStoreEndsInOneSignInAndNoLoop"),
			16, List.of("SecureStorageDataKeysTest.copiesTheStorageBeforeItsOneWrite", "SecureStorageDataKeysTest.putsTheCopyBackWhenTheDiskIsFull",
					"SecureStorageDataKeysTest.writesExactlyOneEntryAndKeepsTheOthers"),
			31, List.of("OidcSignInTest.aComputerWhoseClockIsBehindIsTold", "IdTokenCheckTest.aWrongClockIsNamedAsTheCause",
					"SignInTest.aClockThatIsFarOffIsNamed"));

	private Catalogue() {
	}

	/** What goes wrong, by number. */
	public static Map<Integer, String> faults() {
		return FAULTS.lines().map(line -> line.split(" ", 2))
				.collect(Collectors.toMap(words -> Integer.valueOf(words[0]), words -> words[1], (a, b) -> a, TreeMap::new));
	}

	/** Tests with other names as {@code Class.method}, by number. */
	public static Map<Integer, List<String>> elsewhere() {
		return ELSEWHERE;
	}
}
