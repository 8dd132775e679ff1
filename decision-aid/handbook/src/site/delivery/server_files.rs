//! The settings for web servers, made with each build: headers, how long files may be kept, the page for addresses that
//! do not exist, and where old addresses lead.
//!
//! Netlify and Cloudflare read `_headers` and `_redirects` in the root of the site. The others are in the folder
//! `server`, for somebody to put in place: a server that found a setting there which it does not allow, or has no
//! module for, would answer every request with an error.

use crate::site::addresses::redirects::Target;
use crate::site::delivery::Delivery;
use crate::site::delivery::content_policy::{ASKED_FOR, KEPT, headers};
use crate::site::files::files;
use anyhow::{Context, Result};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The folder of the settings that somebody has to put in place.
pub(crate) const FOLDER: &str = "server";

/// What the settings are made from.
struct Server<'a> {
    /// The path of the site's root, with a `/` at both ends.
    base: &'a str,
    /// The files that are named after their bytes.
    named_by_bytes: Vec<&'a str>,
    /// Each page that is gone, from the root of the server, and where it leads.
    redirects: Vec<(String, String)>,
}

/// Writes the settings for a finished site.
///
/// # Errors
/// A file cannot be read or written.
pub(crate) fn write(site: &Path, delivery: &Delivery) -> Result<()> {
    let base = delivery.path();
    let files = files(site)?;
    let target = |target: &Target| match target {
        Target::Here(address) => format!("{base}{address}"),
        Target::Elsewhere(url) => url.clone(),
    };
    let server = Server {
        base,
        named_by_bytes: files.iter().map(String::as_str).filter(|file| is_named_by_bytes(file)).collect(),
        redirects: delivery.moved.pages().map(|(page, to)| (format!("{base}{page}"), target(to))).collect(),
    };
    let folder = site.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for (file, text) in [
        (site.join("_headers"), server.netlify_headers()),
        (site.join("_redirects"), server.netlify_redirects()),
        (folder.join("nginx.conf"), server.nginx()),
        (folder.join("apache.htaccess"), server.apache()),
        (folder.join("web.config"), server.iis()),
    ] {
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// Whether a file's name ends in the first eight digits of its SHA-256, so that other bytes would be another file.
fn is_named_by_bytes(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or_default();
    let Some((_, end)) = name.rsplit_once('-') else { return false };
    let hash = end.split('.').next().unwrap_or_default();
    hash.len() == 8 && end.contains('.') && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// A pattern for such names, the same in nginx and Apache.
const NAMED_BY_BYTES: &str = r"-[0-9a-f]{8}\.[a-z0-9.]+$";

impl Server<'_> {
    /// Both would join the values of two rules for one file, so how a file is kept is said once for each: other files
    /// they have asked for each time of their own accord.
    fn netlify_headers(&self) -> String {
        let base = self.base;
        let mut text = format!("{base}*\n");
        for (name, value) in headers() {
            let _ = writeln!(text, "  {name}: {value}");
        }
        for file in &self.named_by_bytes {
            let _ = writeln!(text, "{base}{file}\n  Cache-Control: {KEPT}");
        }
        text
    }

    fn netlify_redirects(&self) -> String {
        self.redirects.iter().map(|(from, to)| format!("{from} {to} 301\n")).collect()
    }

    fn nginx(&self) -> String {
        let base = self.base;
        let with = |kept: &str| {
            let headers = headers().into_iter().chain([("Cache-Control", kept.to_owned())]);
            headers.map(|(name, value)| format!("add_header {name} \"{value}\" always;")).collect::<Vec<_>>()
        };
        let (all, kept) = (with(ASKED_FOR).join("\n    "), with(KEPT).join("\n        "));
        let mut text = format!(
            r#"# The handbook on nginx: include this file inside a server block, and put the site's folder in the place of the one below.

location ^~ {base} {{
    alias /var/www/handbook/;
    index index.html;
    charset utf-8;
    # A folder without a page of its own is no page either, and a server behind another does not know its own address.
    error_page 403 404 =404 {base}404.html;
    absolute_redirect off;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json application/wasm image/svg+xml;
    {all}

    # Of these, the first that fits counts. A location that adds a header inherits none.
    # WebAssembly, which older versions of nginx have no type for.
    location ~ "-[0-9a-f]{{8}}\.wasm$" {{
        types {{ }}
        default_type application/wasm;
        {kept}
    }}

    # Other files that are named after their bytes.
    location ~ "{NAMED_BY_BYTES}" {{
        {kept}
    }}
}}
"#
        );
        if base != "/" {
            let _ = writeln!(text, "location = {} {{ return 301 {base}; }}", base.trim_end_matches('/'));
        }
        for (from, to) in &self.redirects {
            let _ = writeln!(text, "location = {from} {{ return 301 \"{to}\"; }}");
        }
        text
    }

    fn apache(&self) -> String {
        let base = self.base;
        let mut text = format!(
            r#"# The handbook on Apache 2.4: put this file into the site's folder under the name .htaccess.
# It needs AllowOverride FileInfo for that folder, and the modules headers, mime and alias; deflate makes pages smaller.

ErrorDocument 404 {base}404.html
AddDefaultCharset utf-8
AddType application/wasm .wasm
AddType text/javascript .js
<IfModule mod_deflate.c>
<IfModule mod_filter.c>
AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/wasm image/svg+xml
</IfModule>
</IfModule>

"#
        );
        for (name, value) in headers() {
            let _ = writeln!(text, "Header always set {name} \"{value}\"");
        }
        let _ = writeln!(
            text,
            "Header set Cache-Control \"{ASKED_FOR}\"\n\n# Files that are named after their bytes.\n<FilesMatch \"{NAMED_BY_BYTES}\">\nHeader set Cache-Control \"{KEPT}\"\n</FilesMatch>"
        );
        for (from, to) in &self.redirects {
            let _ = writeln!(text, "Redirect permanent \"{from}\" \"{to}\"");
        }
        text
    }

    fn iis(&self) -> String {
        let mut text = String::from(
            r#"<?xml version="1.0" encoding="utf-8"?>
<!-- The handbook on IIS: put this file into the site's folder. Pages that have moved lead on by themselves. -->
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".wasm" />
      <mimeMap fileExtension=".wasm" mimeType="application/wasm" />
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
"#,
        );
        for (name, value) in headers() {
            let _ = writeln!(text, "        <add name=\"{name}\" value=\"{value}\" />");
        }
        text.push_str("      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n");
        for file in &self.named_by_bytes {
            let _ = writeln!(
                text,
                r#"  <location path="{file}"><system.webServer><staticContent><clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable" /></staticContent></system.webServer></location>"#
            );
        }
        text.push_str("</configuration>\n");
        text
    }
}
