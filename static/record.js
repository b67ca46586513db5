'use strict';
// Turns the field for a sound into a recorder: record, stop, listen again, delete. What was recorded lies in the field itself,
// as a chosen file would, so the form is sent as ever.
(() => {
  const input = document.querySelector('input[type=file][accept^="audio/"]'), box = document.querySelector('[data-recorder]');
  if (!input || !box || !box.hidden || !window.MediaRecorder || !window.DataTransfer || !navigator.mediaDevices) return;
  const part = name => box.querySelector('[data-rec=' + name + ']'), most = +box.dataset.recorder;
  const kind = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'].find(k => MediaRecorder.isTypeSupported(k));
  if (!kind) return;
  const focus = name => part(name).firstElementChild.focus();
  let recorder, clock, player;

  const show = state => {
    const on = { start: 'idle', stop: 'recording', left: 'recording', play: 'done', drop: 'done' };
    Object.keys(on).forEach(name => { part(name).hidden = on[name] !== state; });
    input.disabled = state === 'recording';
  };
  const rest = () => show(input.files.length ? 'done' : 'idle');
  const hush = () => { if (player) player.close(); player = null; };
  const put = files => {
    const held = new DataTransfer();
    files.forEach(file => held.items.add(file));
    input.disabled = false;
    input.files = held.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const deeds = {
    start: () => navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } }).then(stream => {
      const parts = [], begun = Date.now();
      recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: 24000 });
      const tick = () => {
        const left = Math.max(0, most - Math.floor((Date.now() - begun) / 1000));
        part('left').firstElementChild.textContent = left;
        if (!left && recorder.state === 'recording') recorder.stop();
      };
      recorder.ondataavailable = e => parts.push(e.data);
      recorder.onstop = () => {
        clearInterval(clock);
        stream.getTracks().forEach(track => track.stop());
        const type = kind.split(';')[0];
        put([new File(parts, 'voix.' + type.split('/')[1], { type })]);
        rest();
        focus(input.files.length ? 'play' : 'start');
      };
      part('no').hidden = true;
      recorder.start();
      show('recording');
      tick();
      clock = setInterval(tick, 250);
      focus('stop');
    }).catch(() => { part('no').hidden = false; rest(); }),
    stop: () => { if (recorder.state === 'recording') recorder.stop(); },
    // Played by the engine, from memory: no address of the sound exists that the page's policy would have to allow.
    play: () => {
      hush();
      const own = player = new AudioContext();
      new Response(input.files[0]).arrayBuffer().then(bytes => own.decodeAudioData(bytes)).then(sound => {
        const source = own.createBufferSource();
        source.buffer = sound;
        source.connect(own.destination);
        source.onended = () => { box.dataset.played = sound.duration; };
        source.start();
      }).catch(() => {});
    },
    drop: () => { hush(); put([]); rest(); focus('start'); },
  };
  Object.keys(deeds).forEach(name => part(name).addEventListener('click', deeds[name]));
  input.addEventListener('change', () => { part('no').hidden = true; rest(); });
  input.parentNode.appendChild(box);
  box.hidden = false;
  rest();
})();
