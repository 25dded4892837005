package org.postkontor.cli.internal;

/** How a person takes part: terminal and browser. */
public record Person(Terminal terminal, Browser browser) {
}
