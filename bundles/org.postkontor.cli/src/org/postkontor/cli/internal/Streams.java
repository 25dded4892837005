package org.postkontor.cli.internal;

import java.io.InputStream;
import java.io.OutputStream;

/** The three streams of the process. */
public record Streams(InputStream in, OutputStream out, OutputStream err) {
}
