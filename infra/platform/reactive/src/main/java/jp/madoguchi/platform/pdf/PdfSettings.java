package jp.madoguchi.platform.pdf;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How papers are printed.
 *
 * @param fallbackFonts TrueType or OpenType files to look in, in this order, for characters the bundled face lacks; files that do not
 *        exist are passed over
 * @param threads papers printed at one time
 */
@ConfigurationProperties("madoguchi.pdf")
public record PdfSettings(@DefaultValue( {"/usr/share/fonts/opentype/ipamjm/ipamjm.ttf",
        "/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf",
        "/usr/share/fonts/opentype/ipafont-gothic/ipag.ttf"}) List<String> fallbackFonts,
        @DefaultValue("2") int threads){}
