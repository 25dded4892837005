package org.postkontor.check.internal;

import java.io.IOException;
import java.util.List;

import org.postkontor.account.Protocol;

/** How a server of a protocol is greeted, asked to encrypt, and asked for its abilities. */
sealed interface Greeter {
	/** Reads the greeting; false if it is not that of this protocol. */
	boolean greet(Dialog dialog) throws IOException;

	/** Asks for TLS (RFC 3207, RFC 9051 6.2.1, RFC 2595); false if the server does not want to. */
	boolean startTls(Dialog dialog) throws IOException;

	/** Asks for abilities and says goodbye. */
	List<String> abilities(Dialog dialog) throws IOException;

	static Greeter of(Protocol protocol) {
		return switch (protocol) {
		case IMAP -> new Imap();
		case POP3 -> new Pop3();
		case SMTP -> new Smtp();
		case GRAPH, EWS -> new Https();
		};
	}

	record Imap() implements Greeter {
		@Override
		public boolean greet(Dialog dialog) throws IOException {
			return dialog.line().startsWith("* OK");
		}

		@Override
		public boolean startTls(Dialog dialog) throws IOException {
			dialog.send("a1 STARTTLS");
			List<String> lines = dialog.until(l -> l.startsWith("a1 "));
			return lines.get(lines.size() - 1).startsWith("a1 OK");
		}

		@Override
		public List<String> abilities(Dialog dialog) throws IOException {
			dialog.send("a2 CAPABILITY");
			List<String> lines = dialog.until(l -> l.startsWith("a2 "));
			dialog.farewell("a3 LOGOUT");
			return lines.stream().filter(l -> l.startsWith("* CAPABILITY ")).map(l -> l.substring("* CAPABILITY ".length())).toList();
		}
	}

	record Pop3() implements Greeter {
		@Override
		public boolean greet(Dialog dialog) throws IOException {
			return dialog.line().startsWith("+OK");
		}

		@Override
		public boolean startTls(Dialog dialog) throws IOException {
			dialog.send("STLS");
			return dialog.line().startsWith("+OK");
		}

		@Override
		public List<String> abilities(Dialog dialog) throws IOException {
			dialog.send("CAPA");
			List<String> lines = dialog.until(l -> l.equals(".") || l.startsWith("-ERR"));
			dialog.farewell("QUIT");
			return lines.stream().filter(l -> !l.equals(".") && !l.startsWith("+OK") && !l.startsWith("-ERR")).toList();
		}
	}

	/** Servers of HTTP say nothing before they are asked for something. */
	record Https() implements Greeter {
		@Override
		public boolean greet(Dialog dialog) {
			return true;
		}

		@Override
		public boolean startTls(Dialog dialog) {
			return false;
		}

		@Override
		public List<String> abilities(Dialog dialog) {
			return List.of();
		}
	}

	record Smtp() implements Greeter {
		@Override
		public boolean greet(Dialog dialog) throws IOException {
			return reply(dialog).stream().allMatch(l -> l.startsWith("220"));
		}

		@Override
		public boolean startTls(Dialog dialog) throws IOException {
			hello(dialog);
			dialog.send("STARTTLS");
			return reply(dialog).stream().allMatch(l -> l.startsWith("220"));
		}

		@Override
		public List<String> abilities(Dialog dialog) throws IOException {
			List<String> lines = hello(dialog);
			dialog.farewell("QUIT");
			return lines.stream().skip(1).filter(l -> l.length() > 4).map(l -> l.substring(4)).toList();
		}

		/** An address literal says nothing about this computer (RFC 5321, 4.1.3). */
		private static List<String> hello(Dialog dialog) throws IOException {
			dialog.send("EHLO [127.0.0.1]");
			return reply(dialog);
		}

		private static List<String> reply(Dialog dialog) throws IOException {
			return dialog.until(l -> l.length() < 4 || l.charAt(3) != '-');
		}
	}
}
