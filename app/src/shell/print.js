for(const button of document.querySelectorAll("[data-print]"))if(window.print&&!/MicroMessenger/.test(navigator.userAgent)){button.hidden=false;button.onclick=()=>window.print()}
