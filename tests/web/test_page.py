# What the page does, seen as its reader sees it: see test_page.sh. The articles
# are made here, and some of them are hostile.
import json
import os
import pathlib
import subprocess
import tempfile
import time
import unittest

from browser import Browser

GEOMENTION = os.environ['GEOMENTION']
AXE = pathlib.Path(os.environ.get('AXE', ''))
FOLDER = pathlib.Path(os.environ.get('FOLDER') or tempfile.mkdtemp())

HOSTILE = '</script><img src=x onerror="document.title=\'taken\'"> in Paris'
ARTICLES = [
    {'id': 'wire/1', 'title': 'Floods reach Paris', 'date': '2026-03-01',
     'source': 'Wire', 'url': 'https://example.org/1',
     'text': 'Rivers rose \U0001F30A around Paris, Texas, on Sunday. In Paris '
             'a bridge was closed, and Dallas sent pumps.'},
    {'id': 'wire/2', 'title': HOSTILE, 'date': '2026-03-04',
     'url': 'javascript:document.title="taken"',
     'text': '<!-- "Berlin" \u2028 and \'Rome\' & <b>Madrid</b>\n\n'
             '</SCRIPT ><script>document.title="taken"</script> Oslo too.'},
    {'id': 'wire/3', 'title': 'Trains to Lyon', 'date': '2026-03-09',
     'text': 'Trains from Marseille to Lyon were late. In Lyon people waited. French '
             'drivers met in Marseille.'},
    {'id': 'wire/4', 'title': '', 'text': 'No date: a ship left Oslo.'},
]


def write_articles(name, articles):
    path = FOLDER / name
    with open(path, 'w', encoding='utf-8') as file:
        for article in articles:
            file.write(json.dumps(article) + '\n')
    return path


def geomention(*words):
    """Runs it; what it says on standard error."""
    done = subprocess.run([GEOMENTION, 'map', *map(str, words)],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr


def features(path):
    with open(path, encoding='utf-8') as file:
        return [feature['properties'] for feature in json.load(file)['features']]


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.news = write_articles('news.jsonl', ARTICLES)
        cls.file = FOLDER / 'page.html'
        geomention('-q', cls.news, '-o', cls.file)
        cls.browser = Browser(FOLDER / 'browser').__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()

    def setUp(self):
        self.open()

    def tearDown(self):
        self.browser.close()

    def open(self, width=1280, height=800, file=None, **how):
        if self.browser.page:
            self.browser.close()
        self.url = (file or self.file).as_uri()
        self.page = self.browser.open(self.url, width, height, **how)

    def text(self, selector):
        return self.page.run(
            f'document.querySelector({json.dumps(selector)})?.textContent')

    def texts(self, selector):
        return self.page.run('[...document.querySelectorAll('
                             f'{json.dumps(selector)})].map(e => e.textContent)')

    def is_seen(self, selector):
        return self.page.run(
            f'document.querySelector({json.dumps(selector)}).checkVisibility()')

    def read(self, number):
        """Opens the article of that number, from 1."""
        self.page.click('#tab-articles')
        self.page.click(f'#list-articles li:nth-child({number}) button')

    def mention(self, words, nth=0):
        """Opens the card of a mention of the article that is open."""
        self.page.run(f'[...document.querySelectorAll("#reader .m")].filter('
                      f'm => m.textContent === {json.dumps(words)})[{nth}]'
                      '.setAttribute("data-wanted", "")')
        self.page.click('[data-wanted]')
        self.page.run('document.querySelector("[data-wanted]")'
                      '.removeAttribute("data-wanted")')

    def download(self):
        """The decisions file, as the browser saves it."""
        folder = FOLDER / self.id()
        folder.mkdir()
        self.browser.ask('Browser.setDownloadBehavior', behavior='allow',
                         browserContextId=self.page.context,
                         downloadPath=str(folder))
        self.page.click('#decided-save')
        saved = folder / 'decisions.jsonl'
        for _ in range(100):
            if saved.exists() and saved.stat().st_size:
                return saved
            time.sleep(0.05)
        self.fail('nothing was downloaded')

    # ------------------------------------------------------------- loading

    def test_loads_without_an_error_or_a_request(self):
        self.assertEqual(self.page.errors, [])
        self.assertEqual(self.page.requests, [self.url])
        self.assertRegex(self.text('#sum'), r'^4 articles, \d+ mentions, ')

    def test_hostile_articles_are_only_text(self):
        self.read(2)
        self.assertIn('</script><img src=x', self.text('#reader h2'))
        self.assertIn('</SCRIPT ><script>', self.text('#reader'))
        self.assertEqual(self.page.run('document.images.length'), 0)
        self.assertEqual(self.page.run('document.title'), 'Places in the news')
        self.assertEqual(self.texts('#reader a'), [])
        self.assertEqual(self.page.errors, [])

    def test_a_script_that_got_in_would_not_run(self):
        self.page.run('{const s = document.createElement("script");'
                      's.textContent = "document.title = \'taken\'";'
                      'document.body.append(s); 0}')
        self.page.settle()
        self.assertEqual(self.page.run('document.title'), 'Places in the news')
        self.assertTrue(any('Content Security' in e for e in self.page.errors))

    def test_marks_the_names_and_nothing_else_behind_an_emoji(self):
        self.read(1)
        self.assertEqual(self.texts('#reader p .m'),
                         ['Paris', 'Texas', 'Paris', 'Dallas'])
        self.assertEqual(self.texts('#reader h2 .m'), ['Paris'])

    def test_a_phone_needs_no_sideways_scrolling(self):
        self.open(390, 844, phone=True)
        for selector in ('#tab-articles', '#list-articles button', '.m'):
            self.page.click(selector)
            self.assertLessEqual(
                self.page.run('document.documentElement.scrollWidth'), 390)

    # ------------------------------------------------------- text and map

    def test_a_name_lights_its_place_on_the_map(self):
        self.read(3)
        self.page.hover('#reader p .m')
        self.assertTrue(self.is_seen('#tip'))
        self.assertEqual(self.text('#tip strong'), 'Marseille')

    def test_a_place_on_the_map_lights_its_names(self):
        self.read(4)  # of one place, which the map then shows in its middle
        self.assertEqual(self.texts('#reader .m.lit'), [])
        self.page.hover('#map')
        self.assertEqual(self.texts('#reader .m.lit'), ['Oslo'])

    def test_a_place_leads_to_its_sentences_and_they_to_their_article(self):
        self.page.click('#list-places .place')
        self.assertTrue(self.texts('.quotes .said'))
        self.page.click('.quotes .quote')
        self.assertTrue(self.is_seen('#reader'))
        self.assertTrue(self.is_seen('#card'))

    # ------------------------------------------------------------- filters

    def shown(self):
        return int(self.text('#sum').split(', ')[1].split()[0])

    def test_kinds_and_sureness_and_search_filter(self):
        everything = self.shown()
        self.page.click('#kinds button')
        without = self.shown()
        self.assertLess(without, everything)
        self.page.click('#reset')
        self.assertEqual(self.shown(), everything)
        self.page.run('{const s = document.getElementById("sure");'
                      's.value = 100; s.dispatchEvent(new Event("input")); 0}')
        self.page.settle()
        self.assertLess(self.shown(), everything)
        self.page.click('#reset')
        self.page.run('{const s = document.getElementById("search");'
                      's.value = "marseille"; s.dispatchEvent('
                      'new Event("input")); 0}')
        self.page.settle()
        self.page.click('#tab-articles')
        self.assertEqual(self.texts('#list-articles .heading'),
                         ['Trains to Lyon'])

    def test_the_brush_filters_by_date_with_the_keyboard_and_the_mouse(self):
        everything = self.shown()
        self.page.run('document.querySelector(".handle.from").focus()')
        for _ in range(5):
            self.page.press('ArrowRight')
        self.assertEqual(self.text('#time-range'), '6 Mar 2026 – 9 Mar 2026')
        self.assertLess(self.shown(), everything)
        self.page.click('#time-all')
        self.assertEqual(self.shown(), everything)
        x, y, w = self.page.run(
            '(() => { const b = document.querySelector("#time-chart")'
            '.getBoundingClientRect(); return [b.x, b.y, b.width] })()')
        self.page.drag(x + w * 0.3, y + 20, x + w * 0.5, y + 20)
        self.page.click('#tab-articles')
        self.assertEqual(len(self.texts('#list-articles .heading')), 1)

    # ----------------------------------------------------------- decisions

    def test_a_change_holds_in_the_next_run(self):
        self.read(1)
        self.mention('Dallas')
        names = self.texts('#card .option .name')
        self.assertGreater(len(names), 3)
        self.page.click('#card .option:nth-of-type(2) input')
        self.assertEqual(self.text('#card-decide'), 'Change')
        self.page.click('#card-decide')
        saved = self.download()
        decided = json.loads(saved.read_text(encoding='utf-8'))
        self.assertEqual(decided['text'], 'Dallas')
        again = FOLDER / 'again.geojson'
        said = geomention('--decisions', saved, self.news, '-o', again)
        self.assertIn('1 decision: 1 mention decided, 0 out of date', said)
        found, = [f for f in features(again) if f['text'] == 'Dallas']
        self.assertAlmostEqual(found['lat'], decided['lat'], 5)
        self.assertEqual(found['kind'], 'division')  # the county
        self.assertEqual(found['confidence'], 1)
        self.assertIn('you chose it (decisions.jsonl line 1)',
                      found['reasons'])
        changed = [dict(a, text=a['text'].replace('Rivers', 'The rivers'))
                   for a in ARTICLES]
        said = geomention('--decisions', saved,
                          write_articles('changed.jsonl', changed),
                          '-o', again)
        self.assertIn('not applied: "Dallas" does not stand at', said)
        self.assertIn('0 mentions decided, 1 out of date', said)

    def test_a_rejection_reaches_as_far_as_is_wished(self):
        self.read(3)
        self.mention('Lyon')
        self.page.click('#card input[value=reject]')
        self.page.run('document.querySelector("#card-scope").value = "article"')
        self.page.click('#card-decide')
        self.assertEqual(len(self.texts('#reader .m.reject')), 3)
        again = FOLDER / 'again.geojson'
        geomention('-q', '--decisions', self.download(), self.news, '-o', again)
        lyon = [f for f in features(again) if f['text'] == 'Lyon']
        self.assertEqual(len(lyon), 3)
        self.assertTrue(all(f['lat'] is None for f in lyon))

    def test_a_point_on_the_map_holds_in_the_next_run(self):
        self.read(1)
        self.mention('Dallas')
        self.page.click('#card input[value=point]')
        self.assertTrue(self.page.run(
            'document.querySelector("#card-decide").disabled'))
        self.page.click('#map')
        self.page.click('#card-decide')
        saved = self.download()
        decided = json.loads(saved.read_text(encoding='utf-8'))
        again = FOLDER / 'again.geojson'
        geomention('-q', '--decisions', saved, self.news, '-o', again)
        found, = [f for f in features(again) if f['text'] == 'Dallas']
        self.assertAlmostEqual(found['lat'], decided['lat'], 5)
        self.assertAlmostEqual(found['lon'], decided['lon'], 5)

    def test_what_is_decided_can_be_undone(self):
        self.read(1)
        self.mention('Dallas')
        self.page.click('#card-decide')
        self.assertEqual(self.texts('#reader .m.accept'), ['Dallas'])
        self.assertTrue(self.is_seen('#decided'))
        self.page.run('[...document.querySelectorAll("#card button")].find('
                      'b => b.textContent === "Undo").click()')
        self.assertEqual(self.texts('#reader .m.accept'), [])
        self.assertFalse(self.is_seen('#decided'))

    # ------------------------------------------------- keyboard and screen

    def test_the_keyboard_opens_and_closes_a_card(self):
        self.read(1)
        self.page.run('document.querySelector("#reader p .m").focus()')
        self.page.press('Enter')
        self.assertTrue(self.is_seen('#card'))
        self.page.run('document.querySelector("#card input").focus()')
        self.page.press('Escape')
        self.assertFalse(self.is_seen('#card'))
        self.assertEqual(self.page.run('document.activeElement.textContent'),
                         'Paris')

    def test_axe_finds_nothing_serious(self):
        if not AXE.is_file():
            self.skipTest('axe-core is not there (tools/fetch_axe BUILD)')
        script = AXE.read_text(encoding='utf-8')
        for width, dark in ((1280, False), (390, True)):
            self.open(width, 800, dark=dark, phone=width < 800)
            self.page.run(script + ';0')
            for selector in (None, '#tab-articles', '#list-articles button',
                             '#reader .m'):
                if selector:
                    self.page.click(selector)
                found = self.page.run(
                    'axe.run(document).then(r => r.violations.filter('
                    'v => ["serious", "critical"].includes(v.impact)).map('
                    'v => v.id + " " + v.nodes[0].html))')
                self.assertEqual(found, [], (dark, width, selector))

    # ---------------------------------------------------------------- many

    def test_of_many_articles_the_first_thousand_can_be_read(self):
        many = [dict(ARTICLES[i % 3], id=f'many/{i}') for i in range(1200)]
        file = FOLDER / 'many.html'
        geomention('-q', write_articles('many.jsonl', many), '-o', file)
        self.open(file=file)
        self.assertIn('the first 1,000 can be read', self.text('#note'))
        self.assertRegex(self.text('#sum'), '^1,200 articles, ')
        everything = int(self.text('#sum').split(', ')[1].split()[0]
                         .replace(',', ''))
        once = features_count(ARTICLES[:3])
        self.assertEqual(everything, once * 400)


def features_count(articles):
    out = FOLDER / 'count.geojson'
    geomention('-q', write_articles('count.jsonl', articles), '-o', out)
    return len(features(out))


if __name__ == '__main__':
    unittest.main()
