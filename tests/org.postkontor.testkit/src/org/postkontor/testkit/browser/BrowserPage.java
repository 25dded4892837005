package org.postkontor.testkit.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

import org.postkontor.testkit.Wait;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** What a person sees in the browser, and does with keyboard and mouse. Not thread-safe. */
public final class BrowserPage {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final DevTools tools;

	private BrowserPage(DevTools tools) {
		this.tools = tools;
	}

	static BrowserPage of(DevTools tools) throws IOException {
		tools.call("Page.enable", new JsonObject());
		return new BrowserPage(tools);
	}

	/** Whether the person has set everything to dark. */
	public void dark(boolean dark) throws IOException {
		JsonObject feature = new JsonObject();
		feature.addProperty("name", "prefers-color-scheme");
		feature.addProperty("value", dark ? "dark" : "light");
		JsonArray features = new JsonArray();
		features.add(feature);
		JsonObject media = new JsonObject();
		media.add("features", features);
		tools.call("Emulation.setEmulatedMedia", media);
	}

	public void open(URI url) throws IOException {
		call("Page.navigate", "url", url.toString());
	}

	/** Returns when the page that is shown has this title and all its parts. */
	public void awaitTitle(String title) {
		Wait.until("a page with the title \"" + title + "\"", () -> {
			JsonElement state = evaluate("document.readyState + ' ' + document.title");
			return ("complete " + title).equals(state.getAsString());
		}, LIMIT);
	}

	/** Returns when these words are on the page. */
	public void awaitText(String words) {
		Wait.until("a page with the words \"" + words + "\"", () -> text().contains(words), LIMIT);
	}

	/** The words on the page. */
	public String text() throws IOException {
		return evaluate("document.readyState == 'complete' ? document.body.innerText : ''").getAsString();
	}

	/** The page as it is now, as HTML. */
	public String html() throws IOException {
		return evaluate("document.documentElement.outerHTML").getAsString();
	}

	public URI address() throws IOException {
		return URI.create(evaluate("location.href").getAsString());
	}

	/** The value of an expression of JavaScript: a string, a number or a truth value. */
	public JsonElement evaluate(String expression) throws IOException {
		JsonObject result = call("Runtime.evaluate", "expression", expression);
		if (result.has("exceptionDetails")) {
			throw new IOException("not evaluated: " + expression);
		}
		JsonElement value = result.getAsJsonObject("result").get("value");
		return value == null ? new JsonPrimitive("") : value;
	}

	/** The brightness of a part's own background, from 0 (black) to 255 (white). */
	public double brightness(String selector) throws IOException {
		String color = evaluate("getComputedStyle(document.querySelector('" + selector + "')).backgroundColor").getAsString();
		String[] parts = color.replaceAll("[^0-9.,]", "").split(",");
		if (parts.length != 3) {
			throw new IOException("no opaque background: " + color);
		}
		return 0.3 * Double.parseDouble(parts[0]) + 0.59 * Double.parseDouble(parts[1]) + 0.11 * Double.parseDouble(parts[2]);
	}

	/** Puts the cursor into a field and types over what is there. */
	public void type(String selector, String text) throws IOException {
		evaluate("document.querySelector('" + selector + "').focus(); document.activeElement.select()");
		call("Input.insertText", "text", text);
	}

	/** Clicks with the left button into the middle of a part. */
	public void click(String selector) throws IOException {
		String middle = evaluate("(() => { const e = document.querySelector('" + selector + "'); e.scrollIntoView();"
				+ "const r = e.getBoundingClientRect(); return (r.x + r.width / 2) + ' ' + (r.y + r.height / 2) })()").getAsString();
		for (String kind : new String[] { "mousePressed", "mouseReleased" }) {
			JsonObject event = new JsonObject();
			event.addProperty("type", kind);
			event.addProperty("x", Double.parseDouble(middle.split(" ")[0]));
			event.addProperty("y", Double.parseDouble(middle.split(" ")[1]));
			event.addProperty("button", "left");
			event.addProperty("clickCount", 1);
			tools.call("Input.dispatchMouseEvent", event);
		}
	}

	/** Writes a picture (PNG) of what is shown. */
	public void picture(Path file) throws IOException {
		String data = tools.call("Page.captureScreenshot", new JsonObject()).get("data").getAsString();
		Files.createDirectories(file.toAbsolutePath().getParent());
		Files.write(file, Base64.getDecoder().decode(data));
	}

	private JsonObject call(String method, String name, String value) throws IOException {
		JsonObject parameters = new JsonObject();
		parameters.addProperty(name, value);
		return tools.call(method, parameters);
	}
}
