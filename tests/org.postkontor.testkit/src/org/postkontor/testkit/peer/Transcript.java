package org.postkontor.testkit.peer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.postkontor.testkit.Direction;

/**
 * What was said on one connection, in order. Mail data and other bulk appear as one line {@code <n bytes>}. Text is
 * ISO 8859-1: one character per byte. Thread-safe.
 */
public final class Transcript {

	/** One line without its end; {@code tls} tells whether it travelled inside TLS. */
	public record Line(Direction direction, boolean tls, String text) {
	}

	private final List<Line> lines = new CopyOnWriteArrayList<>();

	void add(Direction direction, boolean tls, String text) {
		lines.add(new Line(direction, tls, text));
	}

	public List<Line> lines() {
		return List.copyOf(lines);
	}

	/** The lines of the client. */
	public List<String> fromClient() {
		return lines.stream().filter(line -> line.direction() == Direction.TO_SERVER).map(Line::text).toList();
	}

	/** Everything the client said outside TLS: where no {@link org.postkontor.testkit.Canary} may be found. */
	public String plainFromClient() {
		return lines.stream().filter(line -> line.direction() == Direction.TO_SERVER && !line.tls())
				.map(Line::text).collect(Collectors.joining("\n"));
	}

	/** Whether the client sent a line that starts so, ignoring case. */
	public boolean clientSaid(String start) {
		return fromClient().stream().anyMatch(line -> line.regionMatches(true, 0, start, 0, start.length()));
	}

	@Override
	public String toString() {
		return lines.stream().map(line -> (line.direction() == Direction.TO_SERVER ? "C" : "S")
				+ (line.tls() ? "* " : "  ") + line.text()).collect(Collectors.joining("\n"));
	}
}
