(function(){
// One part of the form at a time; without this script it is one page.
var d=document,f=d.getElementById('filing'),h=window.history;
if(!f||!h.pushState)return;
var each=function(l,g){[].forEach.call(l,g)},parts=[].slice.call(f.querySelectorAll('.part')),
turn=d.getElementById('turn'),steps=d.getElementById('steps'),back=turn.children[0],next=turn.children[1],
last=parts.length-1,at=0,free=0;
function show(n,focus){
at=Math.max(0,Math.min(n,last));
parts.forEach(function(p,i){p.hidden=i!==at});
back.hidden=!at;next.hidden=at===last;
steps.firstChild.textContent=(at+1)+' / '+(last+1);
steps.lastChild.max=last+1;steps.lastChild.value=at+1;
if(focus){var t=parts[at].querySelector('h2');t.tabIndex=-1;t.focus();scrollTo(0,0)}
}
function go(n){if(n!==at){h.pushState({part:n},'');show(n,1)}}
function of(e){for(var i=0;i<=last;i++)if(e&&parts[i].contains(e))return i;return -1}
function good(n){
var bad;each(parts[n].querySelectorAll('input,select,textarea'),function(e){bad=bad||(e.checkValidity()?0:e)});
if(bad){if(n!==at)go(n);if(bad.reportValidity)bad.reportValidity();else bad.focus()}
return !bad}
back.onclick=function(){h.state&&h.state.part===at&&at?h.back():show(at-1,1)};
next.onclick=function(){if(good(at))go(at+1)};
each(f.querySelectorAll('[formnovalidate]'),function(b){b.addEventListener('click',function(){free=1})});
f.noValidate=true;
f.addEventListener('submit',function(e){
if(free){free=0;return}
if(at<last){e.preventDefault();next.onclick();return}
for(var i=0;i<=last;i++)if(!good(i)){e.preventDefault();return}
});
addEventListener('popstate',function(){
var n=h.state?h.state.part:of(d.getElementById(location.hash.slice(1)));
if(n>=0&&n!==null)show(n,h.state);
});
each(d.querySelectorAll('.errors a'),function(a){a.onclick=function(){
var e=d.getElementById(a.hash.slice(1)),n=of(e);if(n<0)return;
if(n!==at)go(n);e.scrollIntoView();e.focus();return false}});
each(f.querySelectorAll('a[href="#questions"]'),function(a){a.hidden=true});
steps.hidden=turn.hidden=false;
var wrong=of(f.querySelector('.bad'));
if(!h.state||wrong>=0)h.replaceState({part:Math.max(wrong,0)},'');
show(h.state.part||0);
// Where the telephone is, only when its holder presses for it.
var gps=d.getElementById('gps');
if(gps&&navigator.geolocation&&window.isSecureContext){
gps.hidden=false;
gps.onclick=function(){
gps.disabled=true;
navigator.geolocation.getCurrentPosition(function(p){
f.lat.value=p.coords.latitude;f.lon.value=p.coords.longitude;free=1;d.getElementById('gps-go').click();
},function(){gps.disabled=false;d.getElementById('gps-no').hidden=false},{timeout:20000,maximumAge:60000})}}
})();
