package org.postkontor.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/**
 * What this run has seen of real servers, for {@code docs/interop.md}. A test tells it after its assertions held: what is not in the
 * page was not seen. What differs from run to run, such as ports and queue numbers, is left out of answers. Thread-safe.
 */
public final class Interop {
	static final Path PAGE = Path.of("docs/interop.md");
	private static final String BEGIN = "<!-- seen -->\n";
	private static final String END = "<!-- end -->\n";
	private static final Map<String, String> CHANGING = changing();
	private final Set<String> versions = new ConcurrentSkipListSet<>();
	private final Set<Row> rows = new ConcurrentSkipListSet<>();

	private record Row(String server, String access, String what, String answer) implements Comparable<Row> {
		private String key() {
			return String.join("\t", server, access, what, answer);
		}

		@Override
		public int compareTo(Row other) {
			return key().compareTo(other.key());
		}
	}

	private static Map<String, String> changing() {
		Map<String, String> patterns = new LinkedHashMap<>();
		patterns.put("queued as \\S+", "queued as …");
		patterns.put("Ok: \\d+ bytes", "Ok: … bytes");
		patterns.put("(localhost|127\\.0\\.0\\.1)[:\\]]?:?\\d{4,5}", "$1");
		patterns.put("<[^<> ]*@(?!example\\.test|[a-z0-9-]+\\.example\\.test)[^<> ]*>", "<…>");
		patterns.put("\\[APPENDUID \\d+ [\\d,:]+\\]", "[APPENDUID …]");
		patterns.put("\\(\\d+\\.\\d+ \\+ \\d+\\.\\d+ secs\\)\\.?", "");
		return patterns;
	}

	/** @param server name and version of a server that took part, such as {@code Dovecot 2.3.19.1} */
	public void version(String server) {
		versions.add(server);
	}

	/**
	 * @param server name without version
	 * @param access protocol, encryption and mechanism
	 * @param what   happened, in a few words
	 * @param answer of the server; empty if there is no telling one
	 */
	public void saw(String server, String access, String what, String answer) {
		rows.add(new Row(server, access, what, clean(answer)));
	}

	private static String clean(String answer) {
		String text = answer;
		for (Map.Entry<String, String> pattern : CHANGING.entrySet()) {
			text = text.replaceAll(pattern.getKey(), pattern.getValue());
		}
		return text.replaceAll("\\s+", " ").replace("|", "\\|").strip();
	}

	/** The tables, one a server. */
	String tables() {
		Map<String, SortedSet<Row>> servers = new TreeMap<>(rows.stream().collect(Collectors.groupingBy(Row::server, Collectors.toCollection(TreeSet::new))));
		StringBuilder text = new StringBuilder("Servers of this run: " + String.join(", ", versions) + ".\n");
		servers.forEach((server, all) -> {
			text.append("\n## ").append(server).append("\n| access | seen | the server's answer |\n|---|---|---|\n");
			all.forEach(row -> text.append("| ").append(row.access()).append(" | ").append(row.what()).append(" | ")
					.append(row.answer().isEmpty() ? "" : "`" + row.answer() + "`").append(" |\n"));
		});
		return text.toString();
	}

	/** Puts the tables between the marks of the page in the checkout and gives it to a file. */
	void write(Path root, Path file) throws IOException {
		String page = Files.readString(root.resolve(PAGE));
		int begin = page.indexOf(BEGIN) + BEGIN.length();
		Files.createDirectories(file.getParent());
		Files.writeString(file, page.substring(0, begin) + tables() + page.substring(page.indexOf(END)));
	}
}
