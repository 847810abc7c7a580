# A browser to test pages with: Chromium without a window, told what to do over
# a pipe by the DevTools protocol. Messages are JSON, each ended by a zero byte;
# so nothing is needed but Python's own library.
#
#     with Browser(folder) as browser:
#         page = browser.open('file:///x.html', 1280, 800)
#         page.run('document.title')
import base64
import json
import os
import select
import shutil
import subprocess
import time

NAMES = ('chromium', 'chromium-browser', 'google-chrome')


def program():
    """The browser's path, or None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    def __init__(self, folder):
        self.folder, self.number, self.waiting = folder, 0, []
        self.page, self.rest = None, b''

    def __enter__(self):
        to_it, self.write = os.pipe()
        self.read, from_it = os.pipe()

        def pipes():  # the protocol's are 3 and 4; copies first, they may clash
            a, b = os.dup(to_it), os.dup(from_it)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.process = subprocess.Popen(
            [program(), '--headless=new', '--no-sandbox', '--disable-gpu',
             '--disable-dev-shm-usage', '--remote-debugging-pipe',
             '--no-first-run', '--hide-scrollbars', '--force-color-profile=srgb',
             f'--user-data-dir={self.folder}/profile', 'about:blank'],
            preexec_fn=pipes, close_fds=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_it)
        os.close(from_it)
        return self

    def __exit__(self, *_):
        try:
            self.ask('Browser.close')
        except (OSError, EOFError, RuntimeError, TimeoutError):
            self.process.kill()
        self.process.wait(20)

    def receive(self, seconds):
        """The next message, or None after so many seconds."""
        end = time.monotonic() + seconds
        while b'\0' not in self.rest:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.read], [], [], left)[0]:
                return None
            more = os.read(self.read, 1 << 16)
            if not more:
                raise EOFError('the browser has ended')
            self.rest += more
        line, self.rest = self.rest.split(b'\0', 1)
        return json.loads(line)

    def ask(self, method, session=None, **parameters):
        """Sends a command and waits for its answer; events go to the page."""
        self.number += 1
        number = self.number
        message = {'id': number, 'method': method, 'params': parameters}
        if session:
            message['sessionId'] = session
        data = json.dumps(message).encode() + b'\0'
        while data:
            data = data[os.write(self.write, data):]
        while True:
            answer = self.receive(60)
            if answer is None:
                raise TimeoutError(f'no answer to {method}')
            if answer.get('id') == number:
                if 'error' in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer['result']
            if self.page:
                self.page.note(answer)

    def open(self, url, width, height, dark=False, phone=False):
        """Opens a page that shares nothing with any other."""
        context = self.ask('Target.createBrowserContext')['browserContextId']
        target = self.ask('Target.createTarget', url='about:blank',
                          browserContextId=context)['targetId']
        session = self.ask('Target.attachToTarget', targetId=target,
                           flatten=True)['sessionId']
        self.page = Page(self, session, context)
        self.page.load(url, width, height, dark, phone)
        return self.page

    def close(self):
        """Closes the page that is open."""
        self.ask('Target.disposeBrowserContext',
                 browserContextId=self.page.context)
        self.page = None


class Page:
    def __init__(self, browser, session, context):
        self.browser, self.session, self.context = browser, session, context
        self.errors, self.requests, self.loaded = [], [], False

    def ask(self, method, **parameters):
        return self.browser.ask(method, self.session, **parameters)

    def note(self, event):
        """What the page says of itself: errors, requests, that it is there."""
        what, about = event.get('method'), event.get('params', {})
        if what == 'Runtime.exceptionThrown':
            details = about['exceptionDetails']
            self.errors.append(details.get('exception', {}).get(
                'description', details['text']))
        elif what == 'Runtime.consoleAPICalled' and about['type'] in (
                'error', 'warning', 'assert'):
            self.errors.append(str(about['args']))
        elif what == 'Log.entryAdded' and about['entry']['level'] in (
                'error', 'warning'):
            self.errors.append(about['entry']['text'])
        elif what == 'Network.requestWillBeSent':
            self.requests.append(about['request']['url'])
        elif what == 'Page.loadEventFired':
            self.loaded = True

    def load(self, url, width, height, dark, phone):
        for domain in ('Page', 'Runtime', 'Log', 'Network'):
            self.ask(f'{domain}.enable')
        self.ask('Emulation.setDeviceMetricsOverride', width=width,
                 height=height, deviceScaleFactor=2 if phone else 1,
                 mobile=phone)
        self.ask('Emulation.setEmulatedMedia', features=[
            {'name': 'prefers-color-scheme',
             'value': 'dark' if dark else 'light'},
            {'name': 'prefers-reduced-motion', 'value': 'reduce'}])
        self.ask('Page.navigate', url=url)
        self.wait(lambda: self.loaded, 'the page to load')
        self.settle()

    def wait(self, is_true, what, seconds=30):
        end = time.monotonic() + seconds
        while not is_true():
            if time.monotonic() > end:
                raise TimeoutError(f'waited in vain for {what}')
            event = self.browser.receive(0.05)
            if event:
                self.note(event)

    def settle(self):
        """Lets two frames be drawn."""
        self.run('new Promise(done => requestAnimationFrame(() => '
                 'requestAnimationFrame(() => setTimeout(done, 60))))')

    def run(self, script):
        """The value of an expression in the page; promises are waited for."""
        result = self.ask('Runtime.evaluate', expression=script,
                          returnByValue=True, awaitPromise=True)
        if 'exceptionDetails' in result:
            details = result['exceptionDetails']
            raise RuntimeError(details.get('exception', {}).get(
                'description', details['text']))
        return result['result'].get('value')

    def mouse(self, kind, x, y, **more):
        self.ask('Input.dispatchMouseEvent', type=kind, x=x, y=y, **more)

    def middle(self, selector):
        """The middle of an element, brought into view."""
        box = self.run(
            f'(() => {{ const e = document.querySelector({json.dumps(selector)});'
            ' if (!e) return null; e.scrollIntoView({block: "center"});'
            ' const b = e.getBoundingClientRect();'
            ' return [b.x + b.width / 2, b.y + b.height / 2]; })()')
        if not box:
            raise RuntimeError(f'the page has no {selector}')
        return box

    def hover(self, selector):
        self.mouse('mouseMoved', *self.middle(selector))
        self.settle()

    def click_at(self, x, y):
        self.mouse('mouseMoved', x, y)
        for kind in ('mousePressed', 'mouseReleased'):
            self.mouse(kind, x, y, button='left', clickCount=1)
        self.settle()

    def click(self, selector):
        self.click_at(*self.middle(selector))

    def drag(self, x, y, to_x, to_y):
        self.mouse('mouseMoved', x, y)
        self.mouse('mousePressed', x, y, button='left', clickCount=1)
        for i in range(1, 6):
            self.mouse('mouseMoved', x + (to_x - x) * i / 5,
                       y + (to_y - y) * i / 5, button='left', buttons=1)
        self.mouse('mouseReleased', to_x, to_y, button='left', clickCount=1)
        self.settle()

    def press(self, key):
        codes = {'Tab': 9, 'Enter': 13, 'Escape': 27, 'ArrowLeft': 37,
                 'ArrowRight': 39, 'Home': 36, 'End': 35}
        text = {'text': '\r'} if key == 'Enter' else {}
        self.ask('Input.dispatchKeyEvent', type='keyDown', key=key, code=key,
                 windowsVirtualKeyCode=codes[key], **text)
        self.ask('Input.dispatchKeyEvent', type='keyUp', key=key, code=key,
                 windowsVirtualKeyCode=codes[key])
        self.settle()

    def picture(self, path):
        data = self.ask('Page.captureScreenshot', format='png')['data']
        with open(path, 'wb') as file:
            file.write(base64.b64decode(data))
