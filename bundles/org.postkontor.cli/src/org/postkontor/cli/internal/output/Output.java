package org.postkontor.cli.internal.output;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Where a command writes. Thread-safe: each call writes whole lines and flushes. */
public final class Output {
	private final Gson gson = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
	private final OutputStream raw;
	private final PrintStream out;
	private final PrintStream err;
	private final boolean json;

	public Output(OutputStream out, OutputStream err, boolean json) {
		this.raw = out;
		this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
		this.err = new PrintStream(err, false, StandardCharsets.UTF_8);
		this.json = json;
	}

	public boolean isJson() {
		return json;
	}

	/** The result of the command: {@code value} for scripts, else {@code lines} for people. */
	public void result(JsonElement value, List<String> lines) {
		lines(out, json ? List.of(gson.toJson(value)) : lines);
	}

	/** Something that happens before the result: a JSON line, or text on the standard error. */
	public void event(JsonObject value, List<String> lines) {
		if (json) {
			lines(out, List.of(gson.toJson(value)));
		} else {
			lines(err, lines);
		}
	}

	/** Text for people on the standard output, whatever the mode: help and version. */
	public void text(List<String> lines) {
		lines(out, lines);
	}

	/** Text for people on the standard error. */
	public void note(List<String> lines) {
		lines(err, lines);
	}

	/** Bytes instead of a result. The stream is flushed, not closed. */
	public OutputStream raw() {
		return raw;
	}

	private synchronized void lines(PrintStream stream, List<String> lines) {
		for (String line : lines) {
			stream.print(line);
			stream.print('\n');
		}
		stream.flush();
	}
}
